import { ChildProcess, fork } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { Writable } from 'node:stream';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  AnswerMessage,
  CallAnswer,
  CallName,
  CallOptions,
  RESUME_PIPE,
} from './protocol';

const ENTRY = resolvePackagePath('bench', 'src/portal/runPortal.ts');

/** A portal in a process of its own. Its log goes to a file, as in production. */
export class PortalProcess {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<
    number,
    { resolve: (answer: any) => void; reject: (error: Error) => void }
  >();
  readonly #ended: Promise<void>;
  #lastId = 0;
  #isPaused = false;

  static create(options: { logFile: string; nodeOptions?: string[] }) {
    return new PortalProcess(options);
  }

  private constructor(options: { logFile: string; nodeOptions?: string[] }) {
    const log = openSync(options.logFile, 'a');
    this.#child = fork(ENTRY, {
      execArgv: [...process.execArgv, ...(options.nodeOptions ?? [])],
      env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'info' },
      stdio: ['ignore', log, log, 'ipc', 'pipe'],
    });
    closeSync(log);
    // it may end before it has read that it is to go on, which is as good
    this.#child.stdio[RESUME_PIPE]!.on('error', () => {});
    this.#child.on('message', (message: AnswerMessage) => {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.error === undefined) {
        waiting?.resolve(message.answer);
      } else {
        waiting?.reject(new Error(message.error));
      }
    });
    this.#ended = new Promise(resolve => {
      this.#child.once('exit', code => {
        const error = new Error(
          `The portal ended with code ${code}; see ${options.logFile}`,
        );
        this.#waiting.forEach(({ reject }) => reject(error));
        resolve();
      });
    });
  }

  async call<Name extends CallName>(
    name: Name,
    options: CallOptions<Name>,
  ): Promise<CallAnswer<Name>> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#child.send({ id, name, options });
    });
  }

  /** Stops all of it, timers and threads' answers included, so that another portal has the computer to itself. */
  async pause(): Promise<void> {
    if (!this.#isPaused) {
      await this.call('pause', {});
      this.#isPaused = true;
    }
  }

  /** Lets it go on; returns when it does. */
  async resume(): Promise<void> {
    if (this.#isPaused) {
      this.#isPaused = false;
      (this.#child.stdio[RESUME_PIPE] as Writable).write('.');
      await this.call('usage', {});
    }
  }

  async stop(): Promise<void> {
    if (this.#isPaused) {
      await this.resume();
    }
    if (this.#child.connected) {
      this.#child.disconnect();
    }
    await this.#ended;
  }
}
