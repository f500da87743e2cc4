import { RetryLimits, withRetries } from '../retry';
import { attempt } from './attempt';

type QueryValue = string | number | boolean | string[] | undefined;

/** How one question is put. */
export interface AskedOf {
  query?: Record<string, QueryValue>;
  body?: unknown;
  idempotencyKey?: string;
  /** Whether asking twice is like asking once; as for looking and for what is asked under a key when absent. */
  repeatable?: boolean;
  /** How long the portal may take its time, besides what any answer takes. */
  patienceSeconds?: number;
  /** Until when to go on trying, milliseconds since the epoch. */
  until?: number;
  signal?: AbortSignal;
}

/** Agent governance over HTTP, asked until it answers. */
export class PortalConnection {
  readonly #options: {
    portalUrl: string;
    fetch: typeof fetch;
    limits: RetryLimits;
  };

  static create(options: {
    portalUrl: string;
    /** Adds who is asking. */
    fetch: typeof fetch;
    limits: RetryLimits;
  }) {
    return new PortalConnection(options);
  }

  private constructor(options: {
    portalUrl: string;
    fetch: typeof fetch;
    limits: RetryLimits;
  }) {
    this.#options = options;
  }

  async get<T>(path: string, asked: AskedOf = {}): Promise<T> {
    return this.#send<T>('GET', path, asked);
  }

  async post<T>(path: string, asked: AskedOf = {}): Promise<T> {
    return this.#send<T>('POST', path, asked);
  }

  async #send<T>(
    method: 'GET' | 'POST',
    path: string,
    asked: AskedOf,
  ): Promise<T> {
    const { portalUrl, limits } = this.#options;
    const { body, idempotencyKey, patienceSeconds = 0, until, signal } = asked;
    const question = {
      method,
      url: `${portalUrl}/api/agent-governance/v1${path}${toSearch(
        asked.query,
      )}`,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      repeatable:
        asked.repeatable ?? (method === 'GET' || idempotencyKey !== undefined),
      timeoutMs: limits.attemptTimeoutMs + 1000 * patienceSeconds,
      signal,
      idempotencyKey,
    };
    return withRetries(
      async () => (await attempt(question, this.#options.fetch)) as T,
      { limits, until, signal },
    );
  }
}

function toSearch(query: Record<string, QueryValue> = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const single of Array.isArray(value) ? value : [value]) {
      if (single !== undefined) {
        params.append(name, String(single));
      }
    }
  }
  const search = params.toString();
  return search && `?${search}`;
}
