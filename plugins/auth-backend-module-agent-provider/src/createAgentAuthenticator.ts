import { HttpAuthService, LoggerService } from '@backstage/backend-plugin-api';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';
import { AgentSignInError } from './AgentSignInError';
import { AssertionVerifier, ProvenAgent } from './assertion/AssertionVerifier';
import { logRefusal } from './logRefusal';
import { readAssertion } from './readAssertion';

/**
 * Authenticates an agent by the assertion in the body of its request.
 *
 * @remarks
 *
 * Outside, every failure reads the same, so that nobody learns which agents or keys exist; the log has the reason.
 * A service token in the header is the one exception: it is told that it is no agent.
 */
export function createAgentAuthenticator(options: {
  verifier: AssertionVerifier;
  audience: string;
  httpAuth: HttpAuthService;
  logger: LoggerService;
}) {
  const { verifier, audience, httpAuth, logger } = options;
  return createProxyAuthenticator<void, ProvenAgent, undefined>({
    defaultProfileTransform: async ({ agent }) => ({
      profile: {
        displayName: agent.entity.metadata.title ?? agent.entity.metadata.name,
      },
    }),
    initialize() {},
    async authenticate({ req }) {
      // An agent whose old token has expired comes here for a new one, so a bad token does not matter.
      const credentials = await httpAuth
        .credentials(req)
        .catch(() => undefined);
      if ((credentials?.principal as { type?: string })?.type === 'service') {
        throw new NotAllowedError(
          'A service token is not an agent: sign in without it, with an assertion signed by the agent’s own key',
        );
      }
      try {
        return {
          result: await verifier.verify(readAssertion(req), { audience }),
        };
      } catch (error) {
        if (!(error instanceof AgentSignInError)) {
          throw error;
        }
        logRefusal(error, logger);
        throw new AuthenticationError('The agent could not be signed in');
      }
    },
  });
}
