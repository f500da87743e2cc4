import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  AgentOAuthConfig,
  agentOAuthServiceRef,
  agentStandingServiceRef,
  readAgentOAuth,
  readFederation,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { AgentTokenIssuer } from './AgentTokenIssuer';
import { AssertionVerifier } from './assertion/AssertionVerifier';
import { DatabaseUsedAssertionStore } from './assertion/DatabaseUsedAssertionStore';
import { readAgentProviderConfig } from './config';
import { createAgentAuthenticator } from './createAgentAuthenticator';
import { createAgentTokenRouter } from './createAgentTokenRouter';
import { createFederation } from './federation/createFederation';
import { serveOAuth } from './oauth/serveOAuth';
import { TokenEndpoint } from './oauth/TokenEndpoint';
import { openDatabase } from './openDatabase';
import { scheduleSweep } from './scheduleSweep';
import { createSignInRouter } from './signIns/createSignInRouter';
import { DatabaseSignInStore } from './signIns/DatabaseSignInStore';
import { SignInRecorder } from './signIns/SignInRecorder';

/**
 * Lets agents sign in as themselves, under the provider id `agent` and, where it is configured, with OAuth.
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
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        oauth: agentOAuthServiceRef,
        rootHttpRouter: coreServices.rootHttpRouter,
        scheduler: coreServices.scheduler,
        standing: agentStandingServiceRef,
      },
      async init(deps) {
        const { config, httpAuth, httpRouter, logger, standing } = deps;
        const provider = readAgentProviderConfig(config, {
          baseUrl: await deps.discovery.getExternalBaseUrl('auth'),
        });
        const issuers = readFederation(config);
        const oauth = readAgentOAuth(config);
        assertProvider(config, oauth);

        const db = await openDatabase(deps);
        const used = DatabaseUsedAssertionStore.create({ db });
        await scheduleSweep({ scheduler: deps.scheduler, used });
        const signIns = DatabaseSignInStore.create({ db });

        const issuer = AgentTokenIssuer.create({
          signIns: SignInRecorder.create({
            store: signIns,
            logger,
            now: Date.now,
          }),
        });
        const verifier = AssertionVerifier.create({
          clockToleranceMs: provider.clockToleranceMs,
          standing,
          federation: createFederation({ ...deps, issuers }),
          used,
          now: Date.now,
        });

        deps.providers.registerProvider({
          providerId: 'agent',
          factory: context => {
            issuer.connect(context.resolverContext);
            return createProxyAuthProviderFactory({
              authenticator: createAgentAuthenticator({
                verifier,
                audience: provider.audience,
                httpAuth,
                logger,
              }),
              signInResolver: async ({ result: { agent, proof } }) => {
                const { agentRef } = agent;
                const { token, identity } = await issuer.signIn({
                  agentRef,
                  proof,
                });
                return { token, identity };
              },
            })(context);
          },
        });
        httpRouter.use(
          createAgentTokenRouter({ httpAuth, standing, issuer, logger }),
        );
        httpRouter.use(createSignInRouter({ httpAuth, signIns }));
        if (oauth) {
          await serveOAuth({
            ...deps,
            config: oauth,
            rootConfig: config,
            algorithms: issuers.flatMap(({ algorithms }) => algorithms),
            endpoint: TokenEndpoint.create({
              oauth: deps.oauth,
              verifier,
              issuer,
              logger,
              now: Date.now,
            }),
          });
        }
      },
    });
  },
});

/** Tokens are the provider's to give, whichever way they are asked for. */
function assertProvider(config: Config, oauth: AgentOAuthConfig | undefined) {
  if (oauth && !config.has('auth.providers.agent')) {
    throw new InputError(
      'agentGovernance.oauth needs auth.providers.agent; an empty object will do',
    );
  }
}
