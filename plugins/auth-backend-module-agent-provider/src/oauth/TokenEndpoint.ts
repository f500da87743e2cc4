import { LoggerService } from '@backstage/backend-plugin-api';
import {
  AGENT_OAUTH_SCOPE,
  AgentOAuthService,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { AgentSignInError } from '../AgentSignInError';
import { AgentTokenIssuer } from '../AgentTokenIssuer';
import { AssertionVerifier } from '../assertion/AssertionVerifier';
import { logRefusal } from '../logRefusal';
import { OAuthError } from './OAuthError';
import { readTokenRequest } from './readTokenRequest';

/** The successful answer of a token endpoint (RFC 6749 §5.1). */
export type TokenResponse = {
  access_token: string;
  token_type: 'Bearer';
  expires_in: number;
  scope: string;
};

/** Gives agents that prove themselves the token they would get at sign-in. */
export class TokenEndpoint {
  readonly #oauth: AgentOAuthService;
  readonly #verifier: AssertionVerifier;
  readonly #issuer: AgentTokenIssuer;
  readonly #logger: LoggerService;
  readonly #now: () => number;

  /** @param options - `now`: the time of day in milliseconds since 1970 */
  static create(options: {
    oauth: AgentOAuthService;
    verifier: AssertionVerifier;
    issuer: AgentTokenIssuer;
    logger: LoggerService;
    now: () => number;
  }) {
    return new TokenEndpoint(options);
  }

  private constructor(options: {
    oauth: AgentOAuthService;
    verifier: AssertionVerifier;
    issuer: AgentTokenIssuer;
    logger: LoggerService;
    now: () => number;
  }) {
    this.#oauth = options.oauth;
    this.#verifier = options.verifier;
    this.#issuer = options.issuer;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /**
   * Answers a token request.
   *
   * @param request - `body`: the form; `authorization`: the header, which no agent has
   * @throws OAuthError saying what is wrong with the request, and of the agent only that it could not be signed in;
   * ServiceUnavailableError when that could not be found out
   */
  async answer(request: {
    body: unknown;
    authorization?: string;
  }): Promise<TokenResponse> {
    const protectedResource = await this.#oauth.getProtectedResource();
    if (!protectedResource) {
      throw new Error('There is no authorization server for agents');
    }
    const { issuer, resource } = protectedResource;
    const token = await this.#refusingAlike(async refuseAs => {
      if (request.authorization !== undefined) {
        throw new AgentSignInError(
          'unsupported-authentication',
          'it came with an Authorization header, which is not how agents prove themselves',
        );
      }
      const { grant, assertion, clientId } = readTokenRequest(request.body, {
        resources: [resource],
      });
      refuseAs(grant);
      const { agent, proof } = await this.#verifier.verify(assertion, {
        audience: issuer,
        clientId,
      });
      return this.#issuer.signIn({ agentRef: agent.agentRef, proof });
    });
    const left = token.expiresAt.getTime() - this.#now();
    return {
      access_token: token.token,
      token_type: 'Bearer',
      expires_in: Math.max(0, Math.floor(left / 1000)),
      scope: AGENT_OAUTH_SCOPE,
    };
  }

  /** Whatever is wrong with an agent is the same outside: by RFC 6749 §5.2 of the client, by RFC 7523 §3.1 of a grant. */
  async #refusingAlike<T>(
    run: (refuseAs: (grant: 'client' | 'assertion') => void) => Promise<T>,
  ): Promise<T> {
    let isGrant = false;
    try {
      return await run(grant => {
        isGrant = grant === 'assertion';
      });
    } catch (error) {
      if (!(error instanceof AgentSignInError)) {
        throw error;
      }
      logRefusal(error, this.#logger);
      throw new OAuthError(
        isGrant ? 'invalid_grant' : 'invalid_client',
        'The agent could not be signed in',
        { status: isGrant ? 400 : 401 },
      );
    }
  }
}
