import {
  AuthService,
  BackendFeature,
  PermissionsService,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import Router from 'express-promise-router';
import { LoadResult, runLoad } from '../../load/runLoad';
import {
  PEER_PLUGIN,
  Thing,
  isOwnedByRule,
  thingResourceRef,
  thingUsePermission,
} from './peerPermission';

/** Asks the stock permission framework from inside the peer. */
export interface PeerProbe {
  /** One conditional `permissions.authorize` for a person, as plugins call it; nothing of HTTP around it. */
  authorize(options: {
    userToken: string;
    concurrency: number;
    durationMs: number;
  }): Promise<LoadResult>;
}

/**
 * A plugin as the platform's guide has one: a resource type, a rule, and two routes.
 *
 * - `GET /floor`: who is asking, and nothing else.
 * - `POST /things/use`: one conditional check, answered by the permission backend through `apply-conditions`.
 */
export function createPeerPlugin(options: {
  things: Thing[];
  connect: (probe: PeerProbe) => void;
}): BackendFeature {
  const { things, connect } = options;
  const byRef = new Map(things.map(thing => [thing.ref, thing]));
  return createBackendPlugin({
    pluginId: PEER_PLUGIN,
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
        },
        async init({
          auth,
          httpAuth,
          httpRouter,
          permissions,
          permissionsRegistry,
        }) {
          permissionsRegistry.addResourceType({
            resourceRef: thingResourceRef,
            permissions: [thingUsePermission],
            rules: [isOwnedByRule],
            getResources: async refs => refs.map(ref => byRef.get(ref)),
          });
          const router = Router();
          router.get('/floor', async (request, response) => {
            await httpAuth.credentials(request);
            response.json({});
          });
          router.post('/things/use', async (request, response) => {
            const [{ result }] = await permissions.authorize(
              [
                {
                  permission: thingUsePermission,
                  resourceRef: String(request.query.ref),
                },
              ],
              { credentials: await httpAuth.credentials(request) },
            );
            response
              .status(result === AuthorizeResult.ALLOW ? 200 : 403)
              .json({ result });
          });
          httpRouter.use(router);
          connect(createProbe({ auth, permissions, things }));
        },
      });
    },
  });
}

function createProbe(options: {
  auth: AuthService;
  permissions: PermissionsService;
  things: Thing[];
}): PeerProbe {
  const { auth, permissions, things } = options;
  return {
    async authorize({ userToken, ...load }) {
      const credentials = await auth.authenticate(userToken);
      return runLoad({
        ...load,
        call: async index => {
          const [{ result }] = await permissions.authorize(
            [
              {
                permission: thingUsePermission,
                resourceRef: things[index % things.length].ref,
              },
            ],
            { credentials },
          );
          if (result !== AuthorizeResult.ALLOW) {
            throw new Error(`The stock check said ${result}`);
          }
        },
      });
    },
  };
}
