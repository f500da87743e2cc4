import { setTimeout as sleep } from 'node:timers/promises';
import { Monitoring } from '../monitoring/Monitoring';

/** What the portal takes as one report of a condition. */
export interface ConditionReport {
  key: string;
  entityRef: string;
  status: string;
  title?: string;
  severity?: string;
  openedAt?: string;
  observedAt: string;
}

/** Hands reports to the portal as one of its sources, signed; none at all says that the source is there. */
export type SendConditions = (
  source: string,
  reports: ConditionReport[],
  signal: AbortSignal,
) => Promise<void>;

export interface ConditionReporterOptions {
  monitoring: Monitoring;
  send: SendConditions;
  intervalMs: number;
  now(): Date;
  log(message: string): void;
}

const HEALTH_SOURCE = 'acme-monitoring';
const INCIDENT_SOURCE = 'acme-incidents';
/** What the portal takes at once. */
const BATCH = 100;
const PAUSE_MS = 500;

/**
 * Says again and again how this world is, and at once when somebody changed it. While the monitoring is silent it says
 * nothing: the portal finds out by itself.
 */
export class ConditionReporter {
  readonly #options: ConditionReporterOptions;
  readonly #stopped = new AbortController();
  #wake = new AbortController();

  private constructor(options: ConditionReporterOptions) {
    this.#options = options;
  }

  /** Starts at once, and runs until stopped. */
  static start(options: ConditionReporterOptions): ConditionReporter {
    const reporter = new ConditionReporter(options);
    reporter.#run().catch(error => options.log(`Monitoring ended: ${error}`));
    return reporter;
  }

  /** Somebody changed something: say it now. */
  nudge(): void {
    this.#wake.abort();
  }

  stop(): void {
    this.#stopped.abort();
  }

  async #run(): Promise<void> {
    const { monitoring, intervalMs, log } = this.#options;
    let lastTrouble: string | undefined;
    while (!this.#stopped.signal.aborted) {
      this.#wake = new AbortController();
      let pauseMs = intervalMs;
      if (!monitoring.isSilent) {
        try {
          await this.#sayAll();
          lastTrouble = undefined;
        } catch (error) {
          const trouble = String(error);
          if (trouble !== lastTrouble && !this.#stopped.signal.aborted) {
            log(`Could not report conditions, trying again: ${trouble}`);
          }
          lastTrouble = trouble;
          pauseMs = PAUSE_MS;
        }
      }
      await this.#rest(pauseMs);
    }
  }

  async #sayAll(): Promise<void> {
    const { monitoring, now } = this.#options;
    const [health, incidents] = await Promise.all([
      monitoring.health(),
      monitoring.incidents(),
    ]);
    const observedAt = now().toISOString();
    await this.#say(
      HEALTH_SOURCE,
      health.map(({ entity, status }) => ({
        key: entity,
        entityRef: entity,
        status,
        observedAt,
      })),
    );
    await this.#say(
      INCIDENT_SOURCE,
      incidents.map(({ id, entity, title, severity, openedAt, resolved }) => ({
        key: id,
        entityRef: entity,
        status: resolved ? 'resolved' : 'open',
        title,
        severity,
        openedAt,
        observedAt,
      })),
    );
  }

  async #say(source: string, reports: ConditionReport[]): Promise<void> {
    const { send } = this.#options;
    for (let i = 0; i === 0 || i < reports.length; i += BATCH) {
      await send(source, reports.slice(i, i + BATCH), this.#stopped.signal);
    }
  }

  async #rest(ms: number): Promise<void> {
    const signal = AbortSignal.any([this.#stopped.signal, this.#wake.signal]);
    await sleep(ms, undefined, { signal }).catch(() => undefined);
  }
}
