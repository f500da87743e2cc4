import { Pool } from 'undici';
import type { JsonObject } from '@backstage/types';

const PROTOCOL_VERSION = '2025-06-18';
const JSON_RPC = '2.0';

/** What a tool answered. */
export interface ToolAnswer {
  content: Array<{ type: string; text?: string }>;
  isError?: boolean;
  _meta?: JsonObject;
}

/**
 * Speaks MCP over streamable HTTP as plainly as it can be spoken, so that little of what is measured is the caller's: one
 * POST for one message, on connections that are kept alive.
 */
export class McpCaller {
  readonly #url: URL;
  readonly #pool: Pool;
  #session?: string;
  #lastId = 0;

  static create(options: { url: string; connections: number }) {
    return new McpCaller(options);
  }

  private constructor(options: { url: string; connections: number }) {
    this.#url = new URL(options.url);
    this.#pool = new Pool(this.#url.origin, {
      connections: options.connections,
    });
  }

  /** Introduces itself, for servers that keep sessions. */
  async begin(): Promise<void> {
    await this.request('initialize', {
      protocolVersion: PROTOCOL_VERSION,
      capabilities: {},
      clientInfo: { name: 'bench', version: '1.0.0' },
    });
  }

  /**
   * Everything that is listed, page after page.
   *
   * @throws Error for any answer but a list
   */
  async listTools(token?: string): Promise<Array<{ name: string }>> {
    const tools: Array<{ name: string }> = [];
    let cursor: string | undefined;
    do {
      const page = (await this.request(
        'tools/list',
        cursor === undefined ? {} : { cursor },
        token,
      )) as { tools: Array<{ name: string }>; nextCursor?: string };
      tools.push(...page.tools);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return tools;
  }

  /** @throws Error for any answer but one of the tool, which may say that something went wrong */
  async callTool(
    name: string,
    args: JsonObject,
    token?: string,
  ): Promise<ToolAnswer> {
    const params = { name, arguments: args };
    return (await this.request('tools/call', params, token)) as ToolAnswer;
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }

  /** @throws Error for any answer but a result */
  async request(
    method: string,
    params: JsonObject,
    token?: string,
  ): Promise<object> {
    const response = await this.#pool.request({
      method: 'POST',
      path: this.#url.pathname,
      headers: {
        accept: 'application/json, text/event-stream',
        'content-type': 'application/json',
        'mcp-protocol-version': PROTOCOL_VERSION,
        ...(this.#session && { 'mcp-session-id': this.#session }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({
        jsonrpc: JSON_RPC,
        id: ++this.#lastId,
        method,
        params,
      }),
    });
    const text = await response.body.text();
    if (response.statusCode >= 300) {
      throw new Error(`${method}: ${response.statusCode} ${text}`);
    }
    const session = response.headers['mcp-session-id'];
    if (method === 'initialize' && typeof session === 'string') {
      this.#session = session;
    }
    return readResult(text, String(response.headers['content-type']));
  }
}

/**
 * The result in an answer, which is JSON or a stream of one event.
 *
 * @throws Error for an error of the protocol
 */
export function readResult(text: string, contentType: string): object {
  const message = JSON.parse(
    contentType.startsWith('text/event-stream') ? readEvent(text) : text,
  );
  if (!message.result) {
    throw new Error(`No result: ${JSON.stringify(message.error ?? message)}`);
  }
  return message.result;
}

function readEvent(text: string): string {
  return text
    .split('\n')
    .filter(line => line.startsWith('data:'))
    .map(line => line.slice('data:'.length).trim())
    .join('\n');
}
