import { decodeJwt } from 'jose';
import { attempt } from '../portal';
import { GetAssertion, SignIn } from './AccessToken';
import { asSignInFailure } from './asSignInFailure';
import { tokenIn } from './tokenIn';

/** Signs in at the portal's own route for agents. */
export function signInAtPortal(options: {
  portalUrl: string;
  /** What assertions are addressed to; the portal's auth plugin when absent. */
  audience?: string;
  getAssertion: GetAssertion;
  timeoutMs: number;
}): SignIn {
  const { portalUrl, getAssertion, timeoutMs } = options;
  const { audience = `${portalUrl}/api/auth` } = options;
  return async () => {
    const answer = await asSignInFailure(async () =>
      attempt(
        {
          method: 'POST',
          url: `${portalUrl}/api/auth/agent/refresh`,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            client_assertion: await getAssertion(audience),
          }),
          // with another assertion each time
          repeatable: true,
          timeoutMs,
        },
        globalThis.fetch,
      ),
    );
    const token = tokenIn(
      (answer as { backstageIdentity?: { token?: unknown } }).backstageIdentity
        ?.token,
    );
    const { iat, exp } = decodeJwt(token);
    return {
      token,
      // by the portal's clock alone: the agent's may be wrong
      lifetimeSeconds: iat !== undefined && exp ? exp - iat : undefined,
    };
  };
}
