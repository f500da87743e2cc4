import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { agentStandingServiceRef } from '@agentgov/backstage-plugin-agent-governance-node';
import { AgentPerimeter } from './AgentPerimeter';
import { readPerimeterConfig } from './readPerimeterConfig';

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
    http: coreServices.httpRouter,
    httpAuth: coreServices.httpAuth,
    logger: coreServices.logger,
    plugin: coreServices.pluginMetadata,
    standing: agentStandingServiceRef,
  },
  createRootContext: ({ config }) => ({ reads: readPerimeterConfig(config) }),
  factory({ auth, http, httpAuth, logger, plugin, standing }, { reads }) {
    const perimeter = AgentPerimeter.create({
      plugin: plugin.getId(),
      reads,
      auth,
      httpAuth,
      logger,
      standing,
    });
    http.use((req, _res, next) => {
      perimeter.assertMayPass(req).then(() => next(), next);
    });
    return perimeter;
  },
});
