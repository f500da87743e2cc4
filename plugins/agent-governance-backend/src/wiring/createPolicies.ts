import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AGENT_POLICY_KIND } from '@agentgov/backstage-plugin-agent-governance-common';
import { Knex } from 'knex';
import { ActionRegistry } from '../actions/ActionRegistry';
import { CatalogReader } from '../facts/CatalogReader';
import { FactSettings } from '../facts/catalogFacts';
import { GovernanceConfig } from '../GovernanceConfig';
import { LedgerReader } from '../ledger/LedgerReader';
import { CheckpointCensus } from '../policies/CheckpointCensus';
import { ChangeGovernor } from '../policies/ChangeGovernor';
import { PolicyCatalog } from '../policies/PolicyCatalog';
import { PolicyDrafts } from '../policies/PolicyDrafts';
import { PolicyIndexes } from '../policies/PolicyIndexes';
import { PolicyLoader } from '../policies/PolicyLoader';
import { PolicyWatch } from '../policies/PolicyWatch';
import { ChangeNotifier } from '../service/ChangeNotifier';
import { ChangeReplays } from '../service/policies/ChangeReplays';
import { CoverageFinder } from '../service/policies/CoverageFinder';
import { DefaultPolicyInsightService } from '../service/policies/DefaultPolicyInsightService';
import { DefaultPolicyService } from '../service/policies/DefaultPolicyService';
import { EffectReader } from '../service/policies/EffectReader';
import { EffectTallier } from '../service/policies/EffectTallier';
import { PolicyChangeDesk } from '../service/policies/PolicyChangeDesk';
import { PolicyConfirmers } from '../service/policies/PolicyConfirmers';
import { PolicyCover } from '../service/policies/PolicyCover';
import { PolicyLister } from '../service/policies/PolicyLister';
import { PolicyVisibility } from '../service/policies/PolicyVisibility';
import { DefaultOrganizationService } from '../service/organization/DefaultOrganizationService';
import { ReplayDesk } from '../service/replays/ReplayDesk';
import { EntityVisibility, PeopleDirectory } from '../service/types';
import { DatabasePolicyEffectStore } from '../store/DatabasePolicyEffectStore';
import { DatabasePolicyChangeStore } from '../store/DatabasePolicyChangeStore';
import { DatabasePolicyStore } from '../store/DatabasePolicyStore';

/** How long the catalog may take to list its policies before what is stored is left as it is. */
const LISTING_MS = 10_000;

/** Everything about policy documents: what decides, what brings it there, and the service people look through. */
export function createPolicies(deps: {
  auth: AuthService;
  catalog: CatalogService;
  reader: CatalogReader;
  settings: FactSettings;
  knex: Knex;
  logger: LoggerService;
  config: GovernanceConfig;
  actions: ActionRegistry;
  people: PeopleDirectory;
  visibility: EntityVisibility;
  ledger: LedgerReader;
  notifier: ChangeNotifier;
  now: () => Date;
}) {
  const { actions, config, notifier } = deps;
  const store = DatabasePolicyStore.create(deps);
  const changes = DatabasePolicyChangeStore.create(deps);
  const governor = ChangeGovernor.create({ ...deps, store, changes });
  const desk = PolicyChangeDesk.create({ ...deps, store, changes });
  let replays: ChangeReplays | undefined;
  const current = PolicyIndexes.create({
    ...deps,
    store,
    mustBeListed: config.trust.some(({ kinds }) =>
      kinds.includes(AGENT_POLICY_KIND),
    ),
  });
  const catalog = PolicyCatalog.create({ ...deps, deadlineMs: LISTING_MS });
  const loader = PolicyLoader.create({
    ...deps,
    store,
    catalog,
    census: CheckpointCensus.create({
      ...deps,
      textOf: async digest => (await store.texts([digest])).get(digest),
    }),
    governor,
    onChange: () => notifier.changed(),
    afterLoad: () => replays?.attach() ?? Promise.resolve(),
  });
  const confirmers = PolicyConfirmers.create(deps);
  const visibility = PolicyVisibility.create({
    visibility: deps.visibility,
    mayDecide: async (policy, caller) =>
      (policy.state === 'vanished' &&
        (await confirmers.standing(policy, caller)) !== undefined) ||
      desk.mayVote(policy, caller),
  });
  const effects = DatabasePolicyEffectStore.create(deps);
  return {
    current,
    /** From now on each change that waits gets a replay of the last days. */
    replayChanges: (starter: Pick<ReplayDesk, 'startFor'>) => {
      replays = config.policyChanges.quorum
        ? ChangeReplays.create({ ...deps, store, changes, replays: starter })
        : undefined;
    },
    organization: DefaultOrganizationService.create({
      ...deps,
      store,
      visibility,
    }),
    drafts: PolicyDrafts.create({ ...config, catalog }),
    insights: DefaultPolicyInsightService.create({
      store,
      visibility,
      coverage: CoverageFinder.create({
        policies: current,
        store,
        visibility,
        actions,
        environments: config.environments,
      }),
      effects: EffectReader.create({ ...deps, store: effects }),
    }),
    tallier: EffectTallier.create({ ...deps, store: effects }),
    watch: PolicyWatch.create({
      ...deps,
      loader,
      store,
      everyMs: config.policies.pollMs,
    }),
    service: DefaultPolicyService.create({
      ...deps,
      store,
      visibility,
      confirmers,
      desk,
      governor,
      environments: config.environments,
      actions: { list: () => actions.list().map(one => actions.describe(one)) },
      lister: PolicyLister.create({
        ...deps,
        store,
        visibility,
        cover: PolicyCover.create({
          ...deps,
          catalog: deps.reader,
          policies: current,
        }),
      }),
    }),
  };
}
