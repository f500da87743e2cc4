import { GovernedAgentOptions } from './GovernedAgentOptions';
import {
  AgentSession,
  assertWithKey,
  SignIn,
  signInAtPortal,
  signInWithOAuth,
} from './identity';
import { PortalConnection } from './portal';
import { RetryLimits, withDefaults } from './retry';

/** What an agent talks to the portal through. Nothing is sent yet. */
export function connect(options: GovernedAgentOptions): {
  session: AgentSession;
  portal: PortalConnection;
  limits: RetryLimits;
} {
  const limits = withDefaults(options.retry);
  const portalUrl = options.portalUrl.replace(/\/+$/, '');
  const session = AgentSession.create({
    signIn: waysIn({ ...options, portalUrl }, limits.attemptTimeoutMs),
  });
  const { fetch } = session;
  return {
    session,
    limits,
    portal: PortalConnection.create({ portalUrl, fetch, limits }),
  };
}

function waysIn(options: GovernedAgentOptions, timeoutMs: number): SignIn {
  const { portalUrl, agentRef, audience, oauth } = options;
  const getAssertion =
    'getToken' in options ? options.getToken : assertWithKey(options);
  return oauth
    ? signInWithOAuth({ oauth, agentRef, getAssertion, timeoutMs })
    : signInAtPortal({ portalUrl, audience, getAssertion, timeoutMs });
}
