import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { assertDevelopment } from './assertDevelopment';
import { createPersonasAuthenticator } from './createPersonasAuthenticator';
import { readPersonaRefs } from './readPersonaRefs';

/**
 * Lets a visitor of the demo be one of its people, without a password.
 *
 * The people are listed in `auth.providers.personas.people` and must exist in the catalog.
 * Refuses to start anywhere but in development.
 */
export const authModulePersonasProvider = createBackendModule({
  pluginId: 'auth',
  moduleId: 'personas-provider',
  register(reg) {
    reg.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ providers, config }) {
        assertDevelopment(process.env.NODE_ENV);
        const personas = readPersonaRefs(config);
        providers.registerProvider({
          providerId: 'personas',
          factory: createProxyAuthProviderFactory({
            authenticator: createPersonasAuthenticator(personas),
            signInResolver: ({ result }, ctx) =>
              ctx.signInWithCatalogUser({ entityRef: result.userRef }),
          }),
        });
      },
    });
  },
});
