import { v4 as uuidv4 } from 'uuid';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  ConditionSource,
  agentGovernanceActionsExtensionPoint,
  agentGovernanceConditionSourcesExtensionPoint,
  agentOAuthServiceRef,
  agentStandingServiceRef,
  liveClaimsServiceRef,
  readFederation,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { readGovernanceConfig } from './config';
import { subscribeConditions } from './edges/events/subscribeConditions';
import { subscribePolicies } from './edges/events/subscribePolicies';
import { answerLiveClaims } from './edges/http/answerLiveClaims';
import { MCP_PATH, createMcpRouter } from './edges/mcp/createMcpRouter';
import { CONDITION_REPORTS_PATH, createRouter } from './edges/http';
import { startConditionPolling } from './edges/worker/startConditionPolling';
import { scheduleCalendars } from './edges/worker/scheduleCalendars';
import { startToolFleet } from './edges/worker/startToolFleet';
import { startWorkers } from './edges/worker/startWorkers';
import { ActionRegistry } from './actions/ActionRegistry';
import { registerPermissions } from './permissions/registerPermissions';
import { authorizeServices } from './wiring/authorizeServices';
import { createPortal } from './wiring/createPortal';
import { createServices } from './wiring/createServices';
import { ChangeHub } from './service/ChangeHub';
import { SignalNotifier } from './service/SignalNotifier';
import { DatabaseClock } from './store/DatabaseClock';
import { openDatabase } from './store/openDatabase';

/**
 * Decides, holds, executes and records what agents may do.
 *
 * @public
 */
export const agentGovernancePlugin = createBackendPlugin({
  pluginId: 'agent-governance',
  register(env) {
    const actions = ActionRegistry.create();
    env.registerExtensionPoint(agentGovernanceActionsExtensionPoint, {
      addAction: (...added) => added.flat().forEach(one => actions.add(one)),
    });

    const conditionSources: ConditionSource[] = [];
    env.registerExtensionPoint(agentGovernanceConditionSourcesExtensionPoint, {
      addConditionSource: (...added) => {
        conditionSources.push(...added.flat());
      },
    });

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        claims: liveClaimsServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        instance: coreServices.rootInstanceMetadata,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        portalActionsService: actionsServiceRef,
        oauth: agentOAuthServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        standing: agentStandingServiceRef,
        urlReader: coreServices.urlReader,
      },
      async init(deps) {
        const { auditor, database, httpAuth, httpRouter, logger } = deps;
        const config = readGovernanceConfig(deps.config);
        actions.assertComplete();

        const knex = await database.getClient();
        await openDatabase({
          knex,
          skipMigrations: database.migrations?.skip ?? false,
        });

        const clock = await DatabaseClock.create({ knex });
        const now = () => clock.now();
        const changes = ChangeHub.create();
        const pages = SignalNotifier.create({ signals: deps.signals, logger });
        changes.onChange(() => pages.changed());
        const plain = createServices({
          ...deps,
          knex,
          config,
          issuers: readFederation(deps.config),
          actions,
          conditionSources,
          notifier: changes,
          now,
        });
        const portal = createPortal({
          ...deps,
          ...plain,
          rootConfig: deps.config,
          config,
          actions,
        });
        registerPermissions({ ...deps, latestFacts: plain.latestFacts });

        httpRouter.addAuthPolicy({
          path: CONDITION_REPORTS_PATH,
          allow: 'unauthenticated',
        });
        httpRouter.use(answerLiveClaims(deps));
        const services = authorizeServices({
          ...deps,
          config,
          now,
          services: { ...plain, ...portal },
        });
        // it says itself how to sign in, to clients that know no other way to find out
        httpRouter.addAuthPolicy({ path: MCP_PATH, allow: 'unauthenticated' });
        httpRouter.use(
          createMcpRouter({
            services: {
              calls: services.actionCalls,
              requests: services.actionRequests,
              offers: plain.actionOffers,
              holdings: plain.mcpHoldings,
            },
            httpAuth,
            agentStanding: deps.standing,
            oauth: deps.oauth,
            auditor,
            logger,
            limits: { ...config.limits, ...config.mcp },
          }),
        );
        httpRouter.use(
          createRouter({
            services,
            conditionIntake: plain.conditionIntake,
            httpAuth,
            agentStanding: deps.standing,
            auditor,
            logger,
            limits: config.limits,
          }),
        );
        await subscribeConditions({
          ...deps,
          sources: config.conditions.sources,
          intake: plain.conditionIntake,
        });
        await subscribePolicies({
          ...deps,
          topics: config.policies.topics,
          watch: plain.policyWatch,
        });
        await startConditionPolling({
          ...deps,
          poller: plain.conditionPoller,
        });
        await scheduleCalendars({
          ...deps,
          calendars: config.freezes.calendars,
          reader: plain.calendarReader,
        });
        startToolFleet({ ...deps, fleet: plain.toolFleet });
        startWorkers({
          ...deps,
          services: plain,
          actions,
          settings: config.execution,
          workerId: uuidv4(),
          clock,
          changes,
        });
      },
    });
  },
});
