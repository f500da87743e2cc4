import { decodeJwt, importJWK, SignJWT } from 'jose';
import { v4 as uuid } from 'uuid';
import { AgentKey } from './AgentKey';

/** The portal does not take this agent's word for who it is. */
export class SignInError extends Error {
  readonly name = 'SignInError';
}

export interface PortalSessionOptions {
  agentRef: string;
  key: AgentKey;
  portalUrl: string;
  /** What the portal expects assertions to be addressed to; its auth plugin when absent. */
  audience?: string;
}

const ASSERTION_LIFETIME_SECONDS = 60;
const RENEW_BEFORE_MS = 60_000;

/** An agent signed in to the portal as itself. */
export class PortalSession {
  readonly #options: PortalSessionOptions;
  #token?: Promise<string>;
  #expiresAt = 0;

  private constructor(options: PortalSessionOptions) {
    this.#options = options;
  }

  static create(options: PortalSessionOptions): PortalSession {
    return new PortalSession(options);
  }

  /** Like the global `fetch`, as the agent. Signs in when needed, and once more when the portal forgot the agent. */
  readonly fetch: typeof fetch = async (input, init) => {
    const response = await fetch(input, await this.#authorised(init));
    if (response.status !== 401) {
      return response;
    }
    this.#token = undefined;
    return fetch(input, await this.#authorised(init));
  };

  async #authorised(init: RequestInit = {}): Promise<RequestInit> {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${await this.#currentToken()}`);
    return { ...init, headers };
  }

  #currentToken(): Promise<string> {
    if (!this.#token || Date.now() > this.#expiresAt - RENEW_BEFORE_MS) {
      this.#expiresAt = Number.POSITIVE_INFINITY;
      this.#token = this.#signIn().catch(error => {
        this.#token = undefined;
        throw error;
      });
    }
    return this.#token;
  }

  async #signIn(): Promise<string> {
    const { portalUrl, agentRef } = this.#options;
    const response = await fetch(`${portalUrl}/api/auth/agent/refresh`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ client_assertion: await this.#assertion() }),
    });
    if (!response.ok) {
      throw new SignInError(
        `${agentRef} could not sign in: the portal answered ${response.status}`,
      );
    }
    const { backstageIdentity } = await response.json();
    const { token } = backstageIdentity;
    this.#expiresAt = 1000 * (decodeJwt(token).exp ?? 0);
    return token;
  }

  /** Who I am, for whom, for how long, and signed: RFC 7523. */
  async #assertion(): Promise<string> {
    const { agentRef, key, portalUrl } = this.#options;
    const { audience = `${portalUrl}/api/auth` } = this.#options;
    return new SignJWT()
      .setProtectedHeader({ alg: 'ES256', kid: key.kid })
      .setIssuer(agentRef)
      .setSubject(agentRef)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime(`${ASSERTION_LIFETIME_SECONDS}s`)
      .setJti(uuid())
      .sign(await importJWK(key.privateJwk, 'ES256'));
  }
}
