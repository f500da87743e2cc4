import { setTimeout as sleep } from 'node:timers/promises';
import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import {
  ResultSchema,
  ToolListChangedNotificationSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { McpServerConfig } from '../../GovernanceConfig';
import { toPlainText } from '../toPlainText';
import { answerWatch } from './boundedFetch';
import { UpstreamError } from './UpstreamError';

/** A listing that never ends is cut off here; one server has no use for more. */
const MAX_TOOLS = 2_000;
const MAX_PAGES = 200;
/** How long a name or version that a server gives itself may be. */
const NAME_LENGTH = 100;

interface Options {
  config: McpServerConfig;
  transport: Transport;
  onToolsChanged: () => void;
  onClose: () => void;
}

/**
 * One connection to a server, from its first word to its last.
 *
 * The gateway offers servers nothing of its own: no sampling, no elicitation, no roots.
 */
export class UpstreamSession {
  readonly #client: Client;
  readonly #transport: Transport;
  readonly #config: McpServerConfig;
  #underWay = 0;
  #isClosed = false;

  /** @throws whatever stands in the way; then nothing is left open */
  static async open(options: Options): Promise<UpstreamSession> {
    const session = new UpstreamSession(options);
    try {
      await session.#client.connect(options.transport, {
        timeout: options.config.timeoutMs,
      });
    } catch (error) {
      await session.close();
      throw error;
    }
    return session;
  }

  private constructor(options: Options) {
    this.#config = options.config;
    this.#transport = options.transport;
    this.#client = new Client(
      { name: 'backstage-agent-governance', version: '0.1.0' },
      { capabilities: {} },
    );
    this.#client.setNotificationHandler(
      ToolListChangedNotificationSchema,
      options.onToolsChanged,
    );
    this.#client.onclose = () => {
      this.#isClosed = true;
      options.onClose();
    };
    // each request learns of its own errors
    this.#client.onerror = () => {};
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** As the server introduced itself. */
  get introduction(): {
    implementation?: { name: string; version: string };
    protocolVersion?: string;
  } {
    const said = this.#client.getServerVersion();
    const { protocolVersion } = this.#transport as {
      protocolVersion?: string;
    };
    return {
      ...(said && {
        implementation: {
          name: toPlainText(said.name, { max: NAME_LENGTH }),
          version: toPlainText(said.version, { max: NAME_LENGTH }),
        },
      }),
      ...(protocolVersion && { protocolVersion }),
    };
  }

  /** Every tool the server lists, page by page, as it says it. */
  async listTools(): Promise<JsonObject[]> {
    if (!this.#client.getServerCapabilities()?.tools) {
      return [];
    }
    const tools: JsonObject[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < MAX_PAGES; page++) {
      const answer = await this.request({
        method: 'tools/list',
        params: cursor === undefined ? {} : { cursor },
      });
      if (!Array.isArray(answer.tools)) {
        throw new UpstreamError('The server answered with no list of tools', {
          isCertain: true,
        });
      }
      tools.push(...(answer.tools as JsonObject[]));
      cursor =
        typeof answer.nextCursor === 'string' ? answer.nextCursor : undefined;
      if (cursor === undefined) {
        return tools;
      }
      if (tools.length > MAX_TOOLS) {
        break;
      }
    }
    throw new UpstreamError(
      `The server lists more than ${MAX_TOOLS} tools, or never ends`,
      { isCertain: true },
    );
  }

  /**
   * One request and its answer, untouched: what this version of the protocol's library does not know stays in it.
   *
   * @throws whatever the protocol, the network or the limits say
   */
  async request(
    request: { method: string; params?: JsonObject },
    options: { signal?: AbortSignal } = {},
  ): Promise<JsonObject> {
    const given = new AbortController();
    const stop = () => given.abort(options.signal?.reason);
    options.signal?.throwIfAborted();
    options.signal?.addEventListener('abort', stop, { once: true });
    this.#underWay++;
    try {
      let broke: (error: UpstreamError) => void = () => {};
      const broken = new Promise<never>((_, reject) => {
        broke = error => {
          reject(error);
          given.abort(error);
        };
      });
      broken.catch(() => {});
      const asked = answerWatch.run({ broke }, () =>
        this.#client.request(request, ResultSchema, {
          timeout: this.#config.timeoutMs,
          signal: given.signal,
        }),
      );
      const answer = await Promise.race([asked, broken]);
      asked.catch(() => {});
      return this.#withinBounds(answer as JsonObject);
    } finally {
      this.#underWay--;
      options.signal?.removeEventListener('abort', stop);
    }
  }

  #withinBounds(answer: JsonObject): JsonObject {
    const { maxResultBytes } = this.#config;
    if (
      this.#config.connection.type === 'stdio' &&
      Buffer.byteLength(JSON.stringify(answer)) > maxResultBytes
    ) {
      throw new UpstreamError('The server answered with too much', {
        isCertain: false,
      });
    }
    return answer;
  }

  /** Closes once nothing is under way, or after this long. */
  retire(withinMs: number): void {
    const until = Date.now() + withinMs;
    const drain = async () => {
      while (this.#underWay > 0 && Date.now() < until && !this.#isClosed) {
        await sleep(100, undefined, { ref: false });
      }
      await this.close();
    };
    drain().catch(() => {});
  }

  async close(): Promise<void> {
    await this.#client.close().catch(() => {});
  }
}
