import {
  AuthService,
  DiscoveryService,
  LifecycleService,
  LoggerService,
  RootConfigService,
  RootInstanceMetadataService,
} from '@backstage/backend-plugin-api';
import { ActionsService } from '@backstage/backend-plugin-api/alpha';
import { LiveClaims } from '@agentgov/backstage-plugin-agent-governance-node';
import { ActionRegistry } from '../actions/ActionRegistry';
import { Loop } from '../edges/worker/Loop';
import { GovernanceConfig } from '../GovernanceConfig';
import { CallsOfPortalActions } from '../portal/CallsOfPortalActions';
import { MappedRouteExecutor } from '../portal/MappedRouteExecutor';
import { PortalActions } from '../portal/PortalActions';
import { PortalCoverage } from '../portal/PortalCoverage';
import { highestOf } from '../portal/readOperationRule';
import { toGovernedRoute } from '../portal/toGovernedRoute';
import { readPerimeterConfig } from '../perimeter/readPerimeterConfig';
import { ActionCallService } from '../service/types';

/** How often plugins are asked what actions they have. */
const REFRESH_MS = 60_000;
/** The same while the backend is young: plugins start in any order, and their routes later still. */
const EARLY_REFRESH_MS = 5_000;

/** What other plugins of the portal can do, as governed actions. */
export function createPortal(options: {
  portalActionsService: ActionsService;
  auth: AuthService;
  discovery: DiscoveryService;
  claims: LiveClaims;
  actions: ActionRegistry;
  actionCalls: ActionCallService;
  config: GovernanceConfig;
  rootConfig: RootConfigService;
  instance: RootInstanceMetadataService;
  lifecycle: LifecycleService;
  logger: LoggerService;
}) {
  const { actions: registry, config, lifecycle, logger } = options;
  const [problem] = registry.replace(
    'routes',
    config.mappedRoutes.map(route =>
      toGovernedRoute(route, MappedRouteExecutor.create({ ...options, route })),
    ),
  );
  if (problem) {
    throw new Error(
      `agentGovernance.perimeter.routes: '${problem.id}' cannot be an action: ${problem.because}`,
    );
  }
  const portalActions = PortalActions.create({
    ...options,
    actions: options.portalActionsService,
    registry,
    rules: config.portalActions,
    defaultEnvironment: highestOf(config.environments),
  });
  const young = REFRESH_MS / EARLY_REFRESH_MS;
  let turn = 0;
  let loop: Loop | undefined;
  lifecycle.addStartupHook(() => {
    loop = Loop.start({
      name: 'The watch on portal actions',
      everyMs: EARLY_REFRESH_MS,
      call: async () => {
        turn += 1;
        if (turn <= young || turn % young === 0) {
          await portalActions.refresh();
        }
      },
      logger,
    });
  });
  lifecycle.addShutdownHook(() => loop?.stop());
  return {
    portalActions,
    portalCoverage: PortalCoverage.create({
      ...options,
      config: options.rootConfig,
      open: readPerimeterConfig(options.rootConfig),
      routes: config.mappedRoutes,
      portalActions,
    }),
    actionCalls: CallsOfPortalActions.create({ ...options, portalActions }),
  };
}
