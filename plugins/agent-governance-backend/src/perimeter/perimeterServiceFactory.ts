import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import {
  agentStandingServiceRef,
  liveEffectsServiceRef,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { readEnvironments } from '../config/readEnvironments';
import { readInputBytes } from '../config/readInputBytes';
import { AgentPerimeter } from './AgentPerimeter';
import { GovernedCalls } from './GovernedCalls';
import { GovernedDoor } from './GovernedDoor';
import { readMappedRoutes } from './readMappedRoutes';
import { readPerimeterConfig } from './readPerimeterConfig';
import { refuseOpenPortal } from './refuseOpenPortal';

const perimeterServiceRef = createServiceRef<AgentPerimeter>({
  id: 'agent-governance.perimeter',
  scope: 'plugin',
});

/**
 * Puts the perimeter in front of every route of every plugin of the backend.
 *
 * @remarks
 *
 * The platform creates it for each plugin before the plugin and its modules are initialised, so its middleware comes
 * first. What lies before or beside a plugin's routes is out of its reach: routes on the root router, the cookie
 * routes of the platform, upgraded connections, and other backends without it.
 */
export const perimeterServiceFactory = createServiceFactory({
  service: perimeterServiceRef,
  initialization: 'always',
  deps: {
    auth: coreServices.auth,
    config: coreServices.rootConfig,
    discovery: coreServices.discovery,
    effects: liveEffectsServiceRef,
    http: coreServices.httpRouter,
    httpAuth: coreServices.httpAuth,
    logger: coreServices.logger,
    plugin: coreServices.pluginMetadata,
    standing: agentStandingServiceRef,
  },
  createRootContext: ({ config }) => {
    refuseOpenPortal(config);
    return {
      routes: {
        ...readPerimeterConfig(config),
        mapped: config.has('agentGovernance.perimeter.routes')
          ? readMappedRoutes(config, readEnvironments(config))
          : [],
      },
      inputBytes: readInputBytes(config),
    };
  },
  factory(deps, { routes, inputBytes }) {
    const { effects } = deps;
    const plugin = deps.plugin.getId();
    const calls = GovernedCalls.create(deps);
    const perimeter = AgentPerimeter.create({
      ...deps,
      plugin,
      routes,
      door: GovernedDoor.create({ plugin, inputBytes, calls, effects }),
    });
    deps.http.use((req, res, next) => {
      perimeter.handle(req, res).then(answer => {
        if (!answer) {
          next();
        } else if (answer.body === undefined) {
          res.status(answer.status).end();
        } else {
          res.status(answer.status).json(answer.body);
        }
      }, next);
    });
    return perimeter;
  },
});
