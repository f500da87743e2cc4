import {
  BackendFeature,
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import {
  GovernedAction,
  agentGovernanceActionsExtensionPoint,
  agentStandingServiceRef,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { LoadResult, runLoad } from '../../load/runLoad';
import {
  ActionRegistry,
  createServices,
  readGovernanceConfig,
} from './governanceInternals';
import { FilledRecord, fillRecord } from './fillRecord';
import { forgetRequestsSince } from './forgetRequestsSince';

/** Does inside the portal what its worker does. */
export interface EffectProbe {
  /** Decides authorised requests again and claims them, each once; says how many there were. */
  claim(options: { concurrency: number; count: number }): Promise<LoadResult>;
  /** Makes the database what it was at a moment, as far as requests go. */
  forgetSince(time: Date): Promise<void>;
  /** See {@link fillRecord}. */
  fillRecord(count: number): Promise<FilledRecord>;
  /** SQL statements the plugin has sent so far. */
  statements(): number;
}

/** Adds the actions of the world to the plugin, and a worker whose every claim is measured. */
export function createEffectModule(options: {
  actions: GovernedAction[];
  connect: (probe: EffectProbe) => void;
}): BackendFeature {
  return createBackendModule({
    pluginId: 'agent-governance',
    moduleId: 'bench',
    register(registration) {
      registration.registerInit({
        deps: {
          auth: coreServices.auth,
          catalog: catalogServiceRef,
          config: coreServices.rootConfig,
          database: coreServices.database,
          discovery: coreServices.discovery,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
          registry: agentGovernanceActionsExtensionPoint,
          standing: agentStandingServiceRef,
          urlReader: coreServices.urlReader,
        },
        async init({ registry, database, ...deps }) {
          registry.addAction(options.actions);
          const actions = ActionRegistry.create();
          options.actions.forEach(action => actions.add(action));
          const knex = await database.getClient();
          const { advancer, queue } = createServices({
            ...deps,
            knex,
            actions,
            conditionSources: [],
            issuers: [],
            config: readGovernanceConfig(deps.config),
            notifier: { changed() {} },
            now: () => new Date(),
          });
          const statements = countStatements(knex);
          options.connect({
            statements,
            fillRecord: count => fillRecord(knex, count),
            forgetSince: time => forgetRequestsSince(knex, time),
            async claim({ concurrency, count }) {
              const due = await queue.due(count);
              return runLoad({
                concurrency,
                count: due.length,
                call: async index => {
                  if (!(await advancer.claim(due[index], 'bench'))) {
                    throw new Error(`${due[index].id} was not claimed`);
                  }
                },
              });
            },
          });
        },
      });
    },
  });
}

function countStatements(knex: Knex): () => number {
  let count = 0;
  knex.on('query', () => {
    count++;
  });
  return () => count;
}
