import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { ConditionSource } from '@agentgov/backstage-plugin-agent-governance-node';
import { ActionRegistry } from '../actions/ActionRegistry';
import { RecordedConditions } from '../facts/RecordedConditions';
import { GovernanceConfig } from '../GovernanceConfig';
import { ChangeNotifier } from '../service/ChangeNotifier';
import { ConditionMatcher } from '../service/conditions/ConditionMatcher';
import { ConditionPoller } from '../service/conditions/ConditionPoller';
import {
  ConditionRecorder,
  KEPT_MS,
} from '../service/conditions/ConditionRecorder';
import { DefaultConditionIntake } from '../service/conditions/DefaultConditionIntake';
import { DefaultConditionService } from '../service/conditions/DefaultConditionService';
import { listSources } from '../service/conditions/listSources';
import { DatabaseConditionStore } from '../store/DatabaseConditionStore';

/** Everything about conditions: the ways in, the service people use, and the facts decisions read. */
export function createConditions(deps: {
  auth: AuthService;
  catalog: CatalogService;
  knex: Knex;
  config: GovernanceConfig;
  actions: ActionRegistry;
  conditionSources: ConditionSource[];
  notifier: ChangeNotifier;
  logger: LoggerService;
  now: () => Date;
}) {
  const { config, conditionSources } = deps;
  const { environments } = config;
  const store = DatabaseConditionStore.create(deps);
  const sources = listSources(config.conditions.sources, conditionSources);
  const facts = RecordedConditions.create({
    store,
    sources,
    deployments: () => deps.actions.taggedWith('deployment'),
  });
  const recorder = ConditionRecorder.create({
    ...deps,
    store,
    matcher: ConditionMatcher.create({ ...deps, environments }),
    clockSkewMs: config.conditions.clockSkewMs,
  });
  return {
    facts,
    service: DefaultConditionService.create({
      ...deps,
      environments,
      facts,
      sources,
      store,
    }),
    intake: DefaultConditionIntake.create({
      ...deps,
      sources: config.conditions.sources,
      recorder,
    }),
    poller: ConditionPoller.create({
      ...deps,
      sources: conditionSources,
      recorder,
    }),
    sweep: (at: Date) =>
      store.sweep({ before: new Date(at.getTime() - KEPT_MS), now: at }),
  };
}
