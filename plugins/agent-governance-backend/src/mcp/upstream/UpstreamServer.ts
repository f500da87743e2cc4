import { setTimeout as sleep } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  JsonObject,
  McpServerState,
} from '@agentgov/backstage-plugin-agent-governance-common';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { McpServerConfig } from '../../GovernanceConfig';
import { isForgottenSession, toUpstreamError } from './toUpstreamError';
import { UpstreamError } from './UpstreamError';
import { UpstreamSession } from './UpstreamSession';

/** How long after a failure it is tried again, at first and at most, in milliseconds. */
const BACK_OFF_MS = { first: 500, most: 60_000 };
/** How soon a server that keeps saying that its tools changed is listened to again. */
const LIST_GAP_MS = 1_000;
/** How long a call waits for a connection that is just being made. */
const CONNECT_WAIT_MS = 5_000;

interface Options {
  config: McpServerConfig;
  createTransport: () => Transport;
  logger: LoggerService;
  now: () => Date;
}

/** How a server is reached now. */
export interface UpstreamStatus {
  state: McpServerState;
  because?: string;
  implementation?: { name: string; version: string };
  protocolVersion?: string;
  listedAt?: string;
}

/**
 * One server behind the gateway: kept connected for as long as the portal runs, its tools listed again and again.
 *
 * A connection that is lost, or a process that dies, is started anew, later each time it fails. What was under way on it
 * fails alone.
 */
export class UpstreamServer {
  readonly #options: Options;
  readonly #stopping = new AbortController();
  #session?: UpstreamSession;
  #status: UpstreamStatus = { state: 'connecting' };
  #done?: Promise<void>;
  #listed: (tools: JsonObject[]) => Promise<void> = async () => {};
  #wake = () => {};
  #waiting: Array<() => void> = [];

  static create(options: Options) {
    return new UpstreamServer(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  get status(): UpstreamStatus {
    return this.#status;
  }

  /** Gives every complete listing, raw, to one listener. Where it fails, the tools are listed again. */
  onListed(listener: (tools: JsonObject[]) => Promise<void>): void {
    this.#listed = listener;
  }

  start(): void {
    this.#done ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#wake();
    await this.#session?.close();
    await this.#done;
  }

  /** Lists the tools again soon. */
  nudge(): void {
    this.#wake();
  }

  /**
   * Asks the server, once. A session it has forgotten is made anew first: then it did nothing.
   *
   * @throws UpstreamError
   */
  async request(
    request: { method: string; params?: JsonObject },
    options: { signal?: AbortSignal } = {},
  ): Promise<JsonObject> {
    const session = await this.#connected();
    try {
      return await session.request(request, options);
    } catch (error) {
      if (!isForgottenSession(error)) {
        throw toUpstreamError(error);
      }
    }
    if (this.#session === session) {
      this.#session = undefined;
      this.#status = { ...this.#status, state: 'connecting' };
      this.nudge();
    }
    const renewed = await this.#connected();
    try {
      return await renewed.request(request, options);
    } catch (error) {
      throw toUpstreamError(error);
    }
  }

  async #connected(): Promise<UpstreamSession> {
    if (!this.#session && this.#status.state === 'connecting') {
      const timer = new AbortController();
      await Promise.race([
        new Promise<void>(resolve => this.#waiting.push(resolve)),
        sleep(CONNECT_WAIT_MS, undefined, { signal: timer.signal }).catch(
          () => {},
        ),
      ]);
      timer.abort();
    }
    if (!this.#session) {
      throw new UpstreamError(
        `The MCP server '${this.#options.config.id}' is not connected`,
        { isCertain: true },
      );
    }
    return this.#session;
  }

  async #run(): Promise<void> {
    const { config, logger } = this.#options;
    for (let failures = 0; !this.#stopping.signal.aborted; ) {
      try {
        await this.#live(() => {
          failures = 0;
        });
      } catch (error) {
        failures++;
        this.#leave('down', toUpstreamError(error).message);
        // the cause may say where it is, and is for operators alone
        logger.warn(
          `MCP server ${config.id} is down: ${stringifyError(error)}`,
        );
        await this.#pause(backOff(failures));
      }
    }
    this.#leave('down', 'The portal is shutting down');
  }

  /** From one connection to its end; returns when another one should be made at once. */
  async #live(wasListed: () => void): Promise<void> {
    const { config, createTransport } = this.#options;
    const session = await UpstreamSession.open({
      config,
      transport: createTransport(),
      onToolsChanged: () => this.nudge(),
      onClose: () => this.nudge(),
    });
    if (this.#stopping.signal.aborted) {
      await session.close();
      return;
    }
    try {
      await this.#list(session);
      this.#session = session;
      this.#wakeWaiting();
      wasListed();
      while (this.#session === session) {
        await this.#pause(config.refreshMs);
        if (this.#stopping.signal.aborted) {
          return;
        }
        if (session.isClosed) {
          throw new UpstreamError('The connection to the server was lost', {
            isCertain: false,
          });
        }
        if (this.#session === session) {
          await this.#list(session);
        }
      }
    } finally {
      if (this.#session === session) {
        this.#session = undefined;
      }
      // what is under way on it may still be answered
      session.retire(config.timeoutMs);
    }
  }

  async #list(session: UpstreamSession): Promise<void> {
    await this.#listed(await session.listTools());
    this.#status = {
      state: 'connected',
      ...session.introduction,
      listedAt: this.#options.now().toISOString(),
    };
  }

  #leave(state: McpServerState, because: string): void {
    this.#session = undefined;
    this.#status = { ...this.#status, state, because };
    this.#wakeWaiting();
  }

  #wakeWaiting(): void {
    this.#waiting.splice(0).forEach(resolve => resolve());
  }

  /** Until the time is up or somebody nudges; never shorter than servers may keep us busy with. */
  async #pause(ms: number): Promise<void> {
    const timer = new AbortController();
    this.#wake = () => timer.abort();
    if (this.#stopping.signal.aborted) {
      return;
    }
    const began = Date.now();
    await sleep(ms, undefined, { signal: timer.signal }).catch(() => {});
    this.#wake = () => {};
    const left = Math.min(ms, LIST_GAP_MS) - (Date.now() - began);
    if (timer.signal.aborted && left > 0 && this.#session) {
      await sleep(left, undefined, { signal: this.#stopping.signal }).catch(
        () => {},
      );
    }
  }
}

function backOff(failures: number): number {
  const most = Math.min(
    BACK_OFF_MS.most,
    BACK_OFF_MS.first * 2 ** Math.min(failures - 1, 10),
  );
  return most / 2 + Math.random() * (most / 2);
}
