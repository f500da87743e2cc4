import { AccessToken, SignIn } from './AccessToken';

/** How much of a token's life is left when it is renewed, and at most how long. */
const RENEW_IN_LAST = 0.2;
const RENEW_IN_LAST_MS = 120_000;
/** When renewing did not work, and there is time. */
const RENEW_AGAIN_MS = 5_000;
/** A request that is sent with a token has to arrive while it is good. */
const TOO_LATE_MS = 5_000;

interface Held {
  token: string;
  renewAt: number;
  expiresAt: number;
}

/** An agent signed in as itself, and staying so. However many ask at once, it signs in once. */
export class AgentSession {
  readonly #signIn: SignIn;
  #held?: Held;
  #renewal?: Promise<Held>;

  static create(options: { signIn: SignIn }) {
    return new AgentSession(options);
  }

  private constructor(options: { signIn: SignIn }) {
    this.#signIn = options.signIn;
  }

  /**
   * A token that is good now. Towards its end it is renewed while it is still used, so that nobody waits for that.
   *
   * @throws what signing in throws, once there is no good token
   */
  async token(): Promise<string> {
    const held = this.#held;
    const now = Date.now();
    if (!held || now >= held.expiresAt) {
      return (await this.#renew()).token;
    }
    if (now >= held.renewAt) {
      held.renewAt = now + RENEW_AGAIN_MS;
      this.#renew().catch(() => {
        // tried again in a moment, and not kept quiet about once the token has ended
      });
    }
    return held.token;
  }

  /** Like the global `fetch`, as the agent; signs in again, once, when the portal no longer believes the token. */
  readonly fetch: typeof fetch = async (input, init) => {
    const token = await this.token();
    const response = await globalThis.fetch(
      input instanceof Request ? input.clone() : input,
      bearing(token, input, init),
    );
    if (response.status !== 401 || isUsedUp(init?.body)) {
      return response;
    }
    await response.body?.cancel();
    if (this.#held?.token === token) {
      this.#held = undefined;
    }
    return globalThis.fetch(input, bearing(await this.token(), input, init));
  };

  #renew(): Promise<Held> {
    this.#renewal ??= this.#signInNow().finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #signInNow(): Promise<Held> {
    const askedAt = Date.now();
    this.#held = toHeld(await this.#signIn(), askedAt);
    return this.#held;
  }
}

function toHeld(
  { token, lifetimeSeconds = Infinity }: AccessToken,
  askedAt: number,
): Held {
  const lifetimeMs = 1000 * lifetimeSeconds;
  const early = Math.min(RENEW_IN_LAST_MS, lifetimeMs * RENEW_IN_LAST);
  return {
    token,
    renewAt: askedAt + lifetimeMs - early,
    expiresAt: askedAt + lifetimeMs - Math.min(TOO_LATE_MS, lifetimeMs / 2),
  };
}

function bearing(
  token: string,
  input: RequestInfo | URL,
  init: RequestInit = {},
): RequestInit {
  const headers = new Headers(
    init.headers ?? (input instanceof Request ? input.headers : undefined),
  );
  headers.set('authorization', `Bearer ${token}`);
  return { ...init, headers };
}

/** A stream can be sent once. */
function isUsedUp(body: BodyInit | null | undefined): boolean {
  return typeof body === 'object' && body !== null && 'getReader' in body;
}
