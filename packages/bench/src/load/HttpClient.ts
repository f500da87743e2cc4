import { Pool } from 'undici';

/** Calls the portal from outside over kept-alive connections, as many as there are callers. */
export class HttpClient {
  readonly #pool: Pool;

  static create(options: { url: string; connections: number }) {
    return new HttpClient(options);
  }

  private constructor(options: { url: string; connections: number }) {
    this.#pool = new Pool(options.url, { connections: options.connections });
  }

  /** @throws Error for any answer but a success. */
  async call<T>(options: {
    method: 'GET' | 'POST';
    path: string;
    token?: string;
    body?: object;
    headers?: Record<string, string>;
  }): Promise<T> {
    const { method, path, token, body } = options;
    const response = await this.#pool.request({
      method,
      path,
      headers: {
        ...options.headers,
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.body.text();
    if (response.statusCode >= 300) {
      throw new Error(`${method} ${path}: ${response.statusCode} ${text}`);
    }
    return JSON.parse(text);
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }
}
