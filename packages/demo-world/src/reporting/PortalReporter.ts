import { setTimeout as sleep } from 'node:timers/promises';
import { Statement } from '../records/Records';

/** Hands one statement to the portal. */
export type SendStatement = (
  statement: Statement,
  signal: AbortSignal,
) => Promise<'taken' | 'refused'>;

export interface PortalReporterOptions {
  list(): Promise<Statement[]>;
  send: SendStatement;
  /** How often everything is stated again. */
  intervalMs: number;
  log(message: string): void;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/**
 * States what this world knows to the portal: everything at first and from time to time, changes at once.
 *
 * While the portal is away it keeps trying, ever more slowly. What the portal refuses it does not say again.
 */
export class PortalReporter {
  readonly #options: PortalReporterOptions;
  readonly #stopped = new AbortController();
  /** Statements the portal has already, by fact. */
  readonly #told = new Map<string, string>();
  #wake = new AbortController();

  private constructor(options: PortalReporterOptions) {
    this.#options = options;
  }

  /** Starts at once, and runs until stopped. */
  static start(options: PortalReporterOptions): PortalReporter {
    const reporter = new PortalReporter(options);
    reporter.#run().catch(error => options.log(`Reporting ended: ${error}`));
    return reporter;
  }

  /** Something changed: look again now. */
  nudge(): void {
    this.#wake.abort();
  }

  stop(): void {
    this.#stopped.abort();
  }

  async #run(): Promise<void> {
    const { intervalMs, log } = this.#options;
    let pauseMs = FIRST_PAUSE_MS;
    let lastTrouble: string | undefined;
    while (!this.#stopped.signal.aborted) {
      this.#wake = new AbortController();
      try {
        await this.#tellNews();
        lastTrouble = undefined;
        pauseMs = FIRST_PAUSE_MS;
        await this.#rest(intervalMs);
      } catch (error) {
        const trouble = String(error);
        if (trouble !== lastTrouble && !this.#stopped.signal.aborted) {
          log(`Could not report to the portal, trying again: ${trouble}`);
        }
        lastTrouble = trouble;
        await this.#rest(pauseMs);
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
      }
    }
  }

  async #tellNews(): Promise<void> {
    const { list, send, log, intervalMs } = this.#options;
    for (const statement of await list()) {
      const fact = `${statement.entity} ${statement.factType}`;
      const content = contentOf(statement, intervalMs);
      if (this.#told.get(fact) !== content) {
        const outcome = await send(statement, this.#stopped.signal);
        if (outcome === 'refused') {
          log(`The portal refused what was said about ${fact}`);
        }
        this.#told.set(fact, content);
      }
    }
  }

  async #rest(ms: number): Promise<void> {
    const signal = AbortSignal.any([this.#stopped.signal, this.#wake.signal]);
    await sleep(ms, undefined, { signal }).catch(() => undefined);
  }
}

/** What was looked at just now is news once per interval, not each time somebody asks. */
function contentOf(statement: Statement, intervalMs: number): string {
  const looked = Math.floor(Date.parse(statement.observedAt) / intervalMs);
  return JSON.stringify([statement.value, statement.revision, looked]);
}
