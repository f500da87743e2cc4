import { setTimeout as sleep } from 'node:timers/promises';
import { Statement } from '../records/Records';

/** Which fact about which entity. */
export type FactKey = Pick<Statement, 'entity' | 'factType'>;

/**
 * Hands one statement to the portal. `refused` is final: the portal knows better. `not-yet` may pass: the portal may
 * still have to hear of the entity.
 *
 * @throws when there is no portal to speak of
 */
export type SendStatement = (
  statement: Statement,
  signal: AbortSignal,
) => Promise<'taken' | 'refused' | 'not-yet'>;

export interface PortalReporterOptions {
  list(): Promise<Statement[]>;
  send: SendStatement;
  /** How often everything is stated again. */
  intervalMs: number;
  log(message: string): void;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;

/**
 * States what this world knows to the portal: everything at first and from time to time, and at once what it is
 * nudged about.
 *
 * While the portal is away it keeps trying, ever more slowly. What the portal refuses it does not say again.
 */
export class PortalReporter {
  readonly #options: PortalReporterOptions;
  readonly #stopped = new AbortController();
  /** Statements the portal has already, by fact. */
  readonly #told = new Map<string, string>();
  /** Facts to state now. */
  readonly #due = new Set<string>();
  #wake = new AbortController();
  #allDueAt = 0;

  private constructor(options: PortalReporterOptions) {
    this.#options = options;
  }

  /** Starts at once, and runs until stopped. */
  static start(options: PortalReporterOptions): PortalReporter {
    const reporter = new PortalReporter(options);
    reporter.#run().catch(error => options.log(`Reporting ended: ${error}`));
    return reporter;
  }

  /** Somebody changed this fact by hand: state it now. */
  nudge(fact: FactKey): void {
    this.#due.add(nameOf(fact));
    this.#wake.abort();
  }

  stop(): void {
    this.#stopped.abort();
  }

  async #run(): Promise<void> {
    const { log } = this.#options;
    let pauseMs = FIRST_PAUSE_MS;
    let lastTrouble: string | undefined;
    while (!this.#stopped.signal.aborted) {
      this.#wake = new AbortController();
      try {
        await this.#tellWhatIsDue();
        lastTrouble = undefined;
        pauseMs = FIRST_PAUSE_MS;
        await this.#rest(this.#allDueAt - Date.now());
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

  async #tellWhatIsDue(): Promise<void> {
    const { list, intervalMs } = this.#options;
    const statements = await list();
    if (Date.now() >= this.#allDueAt) {
      statements.forEach(statement => this.#due.add(nameOf(statement)));
      this.#allDueAt = Date.now() + intervalMs;
    }
    for (const statement of statements) {
      if (this.#due.has(nameOf(statement)) && (await this.#tell(statement))) {
        this.#due.delete(nameOf(statement));
      }
    }
    if (this.#due.size > 0) {
      throw new Error(`it does not take ${[...this.#due].join(', ')} yet`);
    }
  }

  /** Returns whether there is nothing more to say about it. */
  async #tell(statement: Statement): Promise<boolean> {
    const { send, log, intervalMs } = this.#options;
    const fact = nameOf(statement);
    const content = contentOf(statement, intervalMs);
    if (this.#told.get(fact) === content) {
      return true;
    }
    const outcome = await send(statement, this.#stopped.signal);
    if (outcome === 'not-yet') {
      return false;
    }
    if (outcome === 'refused') {
      log(`The portal refused what was said about ${fact}`);
    }
    this.#told.set(fact, content);
    return true;
  }

  async #rest(ms: number): Promise<void> {
    const signal = AbortSignal.any([this.#stopped.signal, this.#wake.signal]);
    await sleep(Math.max(ms, 0), undefined, { signal }).catch(() => undefined);
  }
}

function nameOf({ entity, factType }: FactKey): string {
  return `${entity} ${factType}`;
}

/** What was looked at just now is news once per interval, not each time somebody asks. */
function contentOf(statement: Statement, intervalMs: number): string {
  const looked = Math.floor(Date.parse(statement.observedAt) / intervalMs);
  return JSON.stringify([statement.value, statement.revision, looked]);
}
