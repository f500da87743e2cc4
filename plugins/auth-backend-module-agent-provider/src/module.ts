import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { agentStandingServiceRef } from '@agentgov/backstage-plugin-agent-governance-node';
import { AgentTokenIssuer } from './AgentTokenIssuer';
import { AssertionVerifier } from './assertion/AssertionVerifier';
import { DatabaseUsedAssertionStore } from './assertion/DatabaseUsedAssertionStore';
import { readAgentProviderConfig } from './config';
import { createAgentAuthenticator } from './createAgentAuthenticator';
import { createAgentTokenRouter } from './createAgentTokenRouter';
import { scheduleSweep } from './scheduleSweep';

/**
 * Lets agents sign in as themselves, under the provider id `agent`.
 *
 * @public
 */
export const authModuleAgentProvider = createBackendModule({
  pluginId: 'auth',
  moduleId: 'agent-provider',
  register(reg) {
    reg.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
        standing: agentStandingServiceRef,
      },
      async init(deps) {
        const { providers, database, httpAuth, logger, standing } = deps;
        const used = await DatabaseUsedAssertionStore.create({ database });
        await scheduleSweep({ scheduler: deps.scheduler, used });

        const issuer = AgentTokenIssuer.create();
        providers.registerProvider({
          providerId: 'agent',
          factory: context => {
            issuer.connect(context.resolverContext);
            const verifier = AssertionVerifier.create({
              config: readAgentProviderConfig(context.config, context),
              standing,
              used,
              now: Date.now,
            });
            return createProxyAuthProviderFactory({
              authenticator: createAgentAuthenticator({
                verifier,
                httpAuth,
                logger,
              }),
              signInResolver: async ({ result }) =>
                issuer.signIn({
                  agentRef: result.agent.agentRef,
                  keyThumbprint: result.keyThumbprint,
                }),
            })(context);
          },
        });
        deps.httpRouter.use(
          createAgentTokenRouter({ httpAuth, standing, issuer, logger }),
        );
      },
    });
  },
});
