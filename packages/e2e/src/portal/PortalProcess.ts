import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { findRepositoryRoot } from './findRepositoryRoot';

interface Answer {
  id?: number;
  ok?: boolean;
  error?: string;
  crashed?: string;
}

/**
 * The process that looks after a portal's services for us.
 *
 * It stops them all when we go away, even when we are killed, so no test run leaves a portal behind.
 */
export class PortalProcess {
  readonly #child: ChildProcess;
  readonly #pending = new Map<number, (answer: Answer) => void>();
  #lastId = 0;
  #crash?: string;

  constructor(options: object) {
    const script = join(findRepositoryRoot(), 'scripts', 'portal.mjs');
    this.#child = fork(script, [JSON.stringify(options)], { execArgv: [] });
    this.#child.on('message', (answer: Answer) => this.#receive(answer));
    this.#child.once('exit', () => {
      this.#pending.forEach(answer =>
        answer({ error: 'The portal was stopped from outside' }),
      );
    });
  }

  /**
   * Has a command carried out.
   *
   * @throws Error when it fails, or when a service has ended by itself since
   */
  async call(command: 'start' | 'kill', ...args: unknown[]): Promise<void> {
    if (this.#crash) {
      throw new Error(this.#crash);
    }
    const id = ++this.#lastId;
    const answer = await new Promise<Answer>(resolve => {
      this.#pending.set(id, resolve);
      this.#child.send({ id, command, args });
    });
    if (!answer.ok) {
      throw new Error(answer.error);
    }
  }

  async stop(): Promise<void> {
    if (this.#child.connected) {
      const ended = once(this.#child, 'exit');
      this.#child.disconnect();
      await ended;
    }
  }

  #receive(answer: Answer) {
    if (answer.crashed) {
      this.#crash = answer.error;
      if (this.#pending.size === 0) {
        // Nobody waits who could be told.
        console.error(answer.error);
      }
      return;
    }
    if (answer.id !== undefined) {
      this.#pending.get(answer.id)?.(answer);
      this.#pending.delete(answer.id);
    }
  }
}
