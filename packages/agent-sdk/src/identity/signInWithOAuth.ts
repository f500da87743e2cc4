import { NotSignedInError } from '../errors';
import { attempt } from '../portal';
import { GetAssertion, SignIn } from './AccessToken';
import { asSignInFailure } from './asSignInFailure';
import { tokenIn } from './tokenIn';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Where to sign in by OAuth. @public */
export interface OAuthOptions {
  /** The authorisation server; its metadata (RFC 8414) says where its token endpoint is. */
  issuer: string;
  /** What the token is for (RFC 8707), where the server wants to be told. */
  resource?: string;
}

/** Signs in with client credentials and `private_key_jwt` (RFC 6749, 4.4; RFC 7523, 2.2). */
export function signInWithOAuth(options: {
  oauth: OAuthOptions;
  agentRef: string;
  getAssertion: GetAssertion;
  timeoutMs: number;
}): SignIn {
  const { oauth, agentRef, getAssertion, timeoutMs } = options;
  let endpoint: string | undefined;
  return async () =>
    asSignInFailure(async () => {
      endpoint ??= await findTokenEndpoint(oauth.issuer, timeoutMs);
      const answer = await attempt(
        {
          method: 'POST',
          url: endpoint,
          body: new URLSearchParams({
            grant_type: 'client_credentials',
            client_id: agentRef,
            client_assertion_type: ASSERTION_TYPE,
            client_assertion: await getAssertion(oauth.issuer),
            ...(oauth.resource && { resource: oauth.resource }),
          }),
          repeatable: true,
          timeoutMs,
        },
        globalThis.fetch,
      );
      const { access_token: token, expires_in: lifetimeSeconds } = answer as {
        access_token?: unknown;
        expires_in?: number;
      };
      return { token: tokenIn(token), lifetimeSeconds };
    });
}

async function findTokenEndpoint(
  issuer: string,
  timeoutMs: number,
): Promise<string> {
  const { origin, pathname } = new URL(issuer);
  const path = pathname.replace(/\/$/, '');
  const metadata = (await attempt(
    {
      method: 'GET',
      url: `${origin}/.well-known/oauth-authorization-server${path}`,
      repeatable: true,
      timeoutMs,
    },
    globalThis.fetch,
  )) as { issuer?: string; token_endpoint?: string };
  if (metadata.issuer !== issuer || !metadata.token_endpoint) {
    throw new NotSignedInError(
      `The metadata of ${issuer} names '${metadata.issuer}' as the issuer, and '${metadata.token_endpoint}' as the token endpoint`,
    );
  }
  return metadata.token_endpoint;
}
