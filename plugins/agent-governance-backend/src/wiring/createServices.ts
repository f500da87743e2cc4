import {
  AuthService,
  DiscoveryService,
  LoggerService,
  PermissionsService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import {
  AgentStandingService,
  ConditionSource,
  FederatedIssuer,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { DecisionGrounds } from '../decision/DecisionGrounds';
import { DecisionMaker } from '../decision/DecisionMaker';
import { PortalPolicy } from '../decision/PortalPolicy';
import { ReviewerResolver } from '../decision/ReviewerResolver';
import { ActionRegistry } from '../actions/ActionRegistry';
import { CatalogReader } from '../facts/CatalogReader';
import { FactsGatherer } from '../facts/FactsGatherer';
import { mayGrantForItself } from '../facts/mayGrantForItself';
import { GovernanceConfig } from '../GovernanceConfig';
import { AgentChangeRecorder } from '../ledger/AgentChangeRecorder';
import { DatabaseLedgerReader } from '../ledger/DatabaseLedgerReader';
import { DatabaseActionRequestStore } from '../store/DatabaseActionRequestStore';
import { Outbox } from '../store/Outbox';
import { AttemptRunner } from '../service/requests/AttemptRunner';
import { DefaultActionCallService } from '../service/calls/DefaultActionCallService';
import { RequestReader } from '../service/requests/RequestReader';
import { AgentTokens } from '../service/requests/AgentTokens';
import { CatalogEntityVisibility } from '../service/visibility/CatalogEntityVisibility';
import { CatalogPeopleDirectory } from '../service/people/CatalogPeopleDirectory';
import { AgentWatch } from '../service/directory/AgentWatch';
import { ChangeNotifier } from '../service/ChangeNotifier';
import { createConditions } from './createConditions';
import { createContext } from './createContext';
import { DefaultActionRequestService } from '../service/requests/DefaultActionRequestService';
import { DefaultDirectoryService } from '../service/directory/DefaultDirectoryService';
import { DefaultLedgerService } from '../service/ledger/DefaultLedgerService';
import { createAgents } from './createAgents';
import { createDelegations } from './createDelegations';
import { createMcp } from './createMcp';
import { DefaultActionOffers } from '../service/offers/DefaultActionOffers';
import { createFreezes } from './createFreezes';
import { createPolicies } from './createPolicies';
import { createReplays } from './createReplays';
import { createSimulations } from './createSimulations';
import { createStops } from './createStops';
import { Foresight } from '../service/outlook/Foresight';
import { OutcomeAuthority } from '../service/requests/OutcomeAuthority';
import { OutcomeDesk } from '../service/requests/OutcomeDesk';
import { PresentationDesk } from '../service/requests/PresentationDesk';
import { ExecutionQueue } from '../service/requests/ExecutionQueue';
import { ProposalDesk } from '../service/requests/ProposalDesk';
import { Reevaluator } from '../service/requests/Reevaluator';
import { RequestAdvancer } from '../service/requests/RequestAdvancer';
import { ReviewDesk } from '../service/requests/ReviewDesk';

/** What the plain services need from outside. */
export interface ServiceDependencies {
  auth: AuthService;
  catalog: CatalogService;
  discovery: DiscoveryService;
  permissions: PermissionsService;
  standing: AgentStandingService;
  urlReader: UrlReaderService;
  knex: Knex;
  config: GovernanceConfig;
  /** Issuers outside the portal that are believed. */
  issuers: FederatedIssuer[];
  actions: ActionRegistry;
  /** What modules added; the configured ones are in `config`. */
  conditionSources: ConditionSource[];
  notifier: ChangeNotifier;
  logger: LoggerService;
  now: () => Date;
}

/** The plain services, in the order a request passes through them. None of them asks who may. */
export function createServices(deps: ServiceDependencies) {
  const { config, knex, actions, notifier, now } = deps;
  const { environments } = config;

  // who there is
  const people = CatalogPeopleDirectory.create(deps);
  const visibility = CatalogEntityVisibility.create(deps);
  const catalog = CatalogReader.create({ ...deps, ...config });

  // what is known
  const store = DatabaseActionRequestStore.create({ knex });
  const ledgerReader = DatabaseLedgerReader.create({ knex });
  const freezes = createFreezes({ ...deps, people, visibility });
  const stops = createStops({
    ...deps,
    people,
    visibility,
    containers: freezes.containers,
  });
  const delegations = createDelegations({ ...deps, visibility });
  const conditions = createConditions(deps);
  const context = createContext({
    ...deps,
    people,
    visibility,
    freezes: freezes.ahead,
  });
  const settings = {
    ...config,
    isTrusted: (entity: Entity) => mayGrantForItself(entity, config.trust),
  };
  const facts = FactsGatherer.create({
    catalog,
    freezes: freezes.facts,
    conditions: conditions.facts,
    stops: stops.facts,
    context: context.facts,
    delegations: delegations.store,
    history: store,
    settings,
  });

  // what is decided
  const policies = createPolicies({
    ...deps,
    reader: catalog,
    settings,
    people,
    visibility,
    ledger: ledgerReader,
  });
  const { replayDesk, ...replaying } = createReplays({
    ...deps,
    policies: policies.current,
    drafts: policies.drafts,
  });
  policies.replayChanges(replayDesk);
  const grounds = DecisionGrounds.create({
    ...config,
    portal: PortalPolicy.create(deps),
    policies: policies.current,
  });
  const reviewers = ReviewerResolver.create({ ...config, people });
  const decisions = DecisionMaker.create({ facts, grounds, reviewers });
  const tokens = AgentTokens.create(deps);
  const reevaluator = Reevaluator.create({
    ...deps,
    tokens,
    catalog,
    decisions,
    environments,
    people,
    delegations: delegations.store,
    store,
  });

  // what happens
  const advancer = RequestAdvancer.create({
    reevaluator,
    store,
    stops: stops.store,
    notifier,
    targetOf: async ref =>
      deps.catalog.getEntityByRef(ref, {
        credentials: await deps.auth.getOwnServiceCredentials(),
      }),
    leaseMs: config.execution.leaseMs,
    now,
  });
  const queue = ExecutionQueue.create({ store, stops: stops.store, now });
  const attempts = AttemptRunner.create({
    ...deps,
    queue,
    advancer,
    tokens,
    settings: config.execution,
  });
  const agentChanges = AgentChangeRecorder.create({ knex, now });
  const reader = RequestReader.create({
    ...deps,
    environments,
    catalog,
    snapshots: context.facts,
    delegations: delegations.store,
    limits: config.limits,
  });
  const proposals = ProposalDesk.create({
    reader,
    agentChanges,
    decisions,
    store,
    limits: config.limits,
  });
  const presentations = PresentationDesk.create({
    ...deps,
    store,
    environments,
    catalog,
    facts,
  });
  const reviews = ReviewDesk.create({ ...deps, store, people, advancer });

  const foresight = Foresight.create({ ...deps, catalog, decisions, tokens });
  const mcp = createMcp({ ...deps, people });

  return {
    actionRequests: DefaultActionRequestService.create({
      proposals,
      presentations,
      reviews,
      outcomes: OutcomeDesk.create({
        store,
        authority: OutcomeAuthority.create({ ...deps, people }),
        notifier,
        now,
      }),
      store,
      actions,
      standing: deps.standing,
      people,
      ledger: ledgerReader,
      notifier,
      now,
    }),
    actionCalls: DefaultActionCallService.create({
      reader,
      decisions,
      store,
      advancer,
      attempts,
      agentChanges,
      notifier,
      limits: config.limits,
      execution: config.execution,
    }),
    context: context.service,
    delegations: delegations.service,
    freezes: freezes.service,
    calendarReader: freezes.calendarReader,
    stops: stops.service,
    directory: DefaultDirectoryService.create({ ...deps, environments }),
    ...createAgents({ ...deps, foresight }),
    ...createSimulations({
      ...deps,
      facts,
      grounds,
      reviewers,
      drafts: policies.drafts,
      foresight,
      reader,
      store,
    }),
    ...replaying,
    mcpServers: mcp.service,
    toolFleet: mcp.fleet,
    mcpHoldings: mcp.holdings,
    actionOffers: DefaultActionOffers.create({
      ...deps,
      environments,
      catalog,
      decisions,
      settings,
      definitionOf: id => mcp.fleet.definitionOf(id),
    }),
    ledger: DefaultLedgerService.create({ reader: ledgerReader }),
    policies: policies.service,
    organization: policies.organization,
    policyInsights: policies.insights,
    policyWatch: policies.watch,
    effectTallier: policies.tallier,
    visibility,
    people,
    latestFacts: async (requestId: string) =>
      (await store.decisions(requestId)).at(-1)?.facts,
    advancer,
    queue,
    attempts,
    tokens,
    outbox: Outbox.create({ knex, now }),
    agentWatch: AgentWatch.create({ ...deps, changes: agentChanges }),
    conditions: conditions.service,
    conditionIntake: conditions.intake,
    conditionPoller: conditions.poller,
    forgetOld: async (at: Date) => {
      await context.service.sweep(at);
      await conditions.sweep(at);
      await policies.tallier.forgetOld();
    },
    sweepDelegations: (limit: number) => delegations.sweeper.sweep(limit),
    sweepStops: (limit: number) => stops.sweeper.sweep(limit),
  };
}
