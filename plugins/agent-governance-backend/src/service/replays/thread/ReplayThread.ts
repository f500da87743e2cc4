import { Worker } from 'node:worker_threads';
import { ReplayFlip } from '@agentgov/backstage-plugin-agent-governance-common';
import { ReplayTally } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import {
  FromReplayThread,
  ReplayBatch,
  ReplayGrounds,
  ToReplayThread,
} from './ReplayMessages';
import { forReplayWorker } from './replayWorker';

/** The file the thread runs is beside this one, from source as in the published package. */
const FILE = __filename.replace(/ReplayThread(?=[.\w]*$)/, 'replayWorker');
/** Thousands of policies, and room to work; far below what a portal has. */
const MEMORY_MB = 512;
/** Reads TypeScript in a thread, where whoever started the process reads it in a way that threads do not inherit. */
const TRANSFORM = '@backstage/cli/config/nodeTransform.cjs';

/** Why a thread could not do its work; fit to be shown. */
export class ReplayThreadError extends Error {
  name = 'ReplayThreadError';
}

/** A thread of its own for the work of one replay. When it dies, only the replay does. */
export class ReplayThread {
  readonly #worker: Worker;
  readonly #gone: Promise<never>;
  #answer?: {
    resolve: (message: FromReplayThread) => void;
    reject: (error: Error) => void;
  };
  #died?: Error;

  /**
   * Compiles the policies of both sides, in the thread.
   *
   * @throws ReplayThreadError when the thread cannot be started, or the policies can no longer be read
   */
  static async start(grounds: ReplayGrounds): Promise<ReplayThread> {
    const thread = new ReplayThread(grounds);
    await thread.#next('ready');
    return thread;
  }

  private constructor(grounds: ReplayGrounds) {
    this.#worker = new Worker(FILE, {
      workerData: forReplayWorker(grounds),
      name: 'agent-governance-replay',
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      ...(needsTransform() && {
        execArgv: [
          ...process.execArgv,
          '--require',
          require.resolve(TRANSFORM),
        ],
      }),
    });
    // a thread must not keep the portal from shutting down
    this.#worker.unref();
    this.#gone = new Promise<never>((_, reject) => {
      this.#worker.once('error', error => reject(toDeath(error)));
      this.#worker.once('exit', code =>
        reject(
          new ReplayThreadError(`The thread of the replay ended (${code}).`),
        ),
      );
    });
    this.#gone.catch(error => {
      this.#died = error;
      this.#answer?.reject(error);
    });
    this.#worker.on('message', (message: FromReplayThread) =>
      this.#answer?.resolve(message),
    );
  }

  /** @returns the flips among them */
  async compare(batch: ReplayBatch): Promise<ReplayFlip[]> {
    const { flips } = await this.#ask({ kind: 'batch', batch }, 'compared');
    return flips;
  }

  /** Everything that was counted so far. */
  async tally(): Promise<ReplayTally> {
    return (await this.#ask({ kind: 'tally' }, 'tally')).tally;
  }

  /** At once, whatever it is doing. */
  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  async #ask<K extends FromReplayThread['kind']>(
    message: ToReplayThread,
    kind: K,
  ) {
    const next = this.#next(kind);
    this.#worker.postMessage(message);
    return next;
  }

  /** One question at a time, so the next message is its answer. */
  async #next<K extends FromReplayThread['kind']>(kind: K) {
    if (this.#died) {
      throw this.#died;
    }
    const message = await new Promise<FromReplayThread>((resolve, reject) => {
      this.#answer = { resolve, reject };
    });
    this.#answer = undefined;
    if (message.kind === 'failed') {
      throw new ReplayThreadError(message.message);
    }
    if (message.kind !== kind) {
      throw new ReplayThreadError(
        `The thread of the replay said ${message.kind}.`,
      );
    }
    return message as Extract<FromReplayThread, { kind: K }>;
  }
}

function toDeath(error: Error): Error {
  const { code } = error as NodeJS.ErrnoException;
  return new ReplayThreadError(
    code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? `It needs more than ${MEMORY_MB} MB of memory.`
      : `The thread of the replay died: ${error.message}`,
  );
}

function needsTransform(): boolean {
  return (
    FILE.endsWith('.ts') &&
    !process.execArgv.some(argument => argument.includes('nodeTransform'))
  );
}
