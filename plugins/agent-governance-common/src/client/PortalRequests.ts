import { ResponseError } from '@backstage/errors';

/**
 * Where the portal is, and how to reach it: by the host's discovery and fetch,
 * or by the plugin's base URL when there is no host.
 *
 * @public
 */
export type AgentGovernanceClientOptions =
  | {
      discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
      fetchApi: { fetch: typeof fetch };
    }
  | {
      /** For example `https://portal.example.com/api/agent-governance`. */
      baseUrl: string;
      /** Adds whatever authenticates the caller; the global `fetch` when absent. */
      fetch?: typeof fetch;
    };

type QueryValue = string | number | boolean | string[] | undefined;

/** What goes with a request. */
export interface RequestOptions {
  query?: Record<string, QueryValue>;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Asks the portal, and hands on what it answers. */
export class PortalRequests {
  readonly #getBaseUrl: () => Promise<string>;
  readonly #fetch: typeof fetch;

  constructor(options: AgentGovernanceClientOptions) {
    if ('baseUrl' in options) {
      const baseUrl = options.baseUrl.replace(/\/+$/, '');
      this.#getBaseUrl = async () => baseUrl;
      this.#fetch =
        options.fetch ?? ((input, init) => globalThis.fetch(input, init));
    } else {
      const { discoveryApi, fetchApi } = options;
      this.#getBaseUrl = () => discoveryApi.getBaseUrl('agent-governance');
      this.#fetch = (input, init) => fetchApi.fetch(input, init);
    }
  }

  async items<T>(
    path: string,
    query?: Record<string, QueryValue>,
  ): Promise<T[]> {
    const { items } = await this.request<{ items: T[] }>('GET', path, {
      query,
    });
    return items;
  }

  /** @throws ResponseError with what the portal said */
  async request<T>(
    method: 'GET' | 'POST',
    path: string,
    options: RequestOptions = {},
  ): Promise<T> {
    const response = await this.#ask(method, path, options);
    return (await response.json()) as T;
  }

  /** @throws ResponseError with what the portal said */
  async text(path: string): Promise<string> {
    const response = await this.#ask('GET', path, {
      headers: { Accept: '*/*' },
    });
    return response.text();
  }

  async #ask(
    method: 'GET' | 'POST',
    path: string,
    { query, body, headers, signal }: RequestOptions,
  ): Promise<Response> {
    const url = `${await this.#getBaseUrl()}${path}${toSearch(query)}`;
    const response = await this.#fetch(url, {
      method,
      headers: {
        Accept: 'application/json',
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
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
