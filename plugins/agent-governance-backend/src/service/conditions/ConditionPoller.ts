import { LoggerService } from '@backstage/backend-plugin-api';
import { durationToMilliseconds } from '@backstage/types';
import { ConditionSource } from '@agentgov/backstage-plugin-agent-governance-node';
import { within } from '../within';
import { ConditionRecorder } from './ConditionRecorder';
import { ListenedSource } from './ListenedSource';
import { parseGeneric } from './shapes/parseGeneric';

const TIMEOUT_MS = 30_000;

/** How often a source is asked, and how long that may take. */
export interface PollingTask {
  sourceId: string;
  everyMs: number;
  timeoutMs: number;
}

interface Options {
  sources: ConditionSource[];
  recorder: ConditionRecorder;
  logger: LoggerService;
  now: () => Date;
}

/** Asks the sources that modules added. When to ask is for others to say. */
export class ConditionPoller {
  readonly #options: Options;

  static create(options: Options) {
    return new ConditionPoller(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  tasks(): PollingTask[] {
    return this.#options.sources.map(source => ({
      sourceId: source.id,
      everyMs: durationToMilliseconds(source.every),
      timeoutMs: timeoutOf(source),
    }));
  }

  /**
   * Asks one source once, and records what it says.
   *
   * @throws what the source throws, and for an answer it should not have given; then nothing was recorded
   */
  async poll(sourceId: string, signal: AbortSignal): Promise<void> {
    const { sources, recorder, logger, now } = this.#options;
    const source = sources.find(one => one.id === sourceId)!;
    // what happens while it is asked is not in the answer
    const askedAt = now();
    const answer = await within(
      { ms: timeoutOf(source), what: `Condition source '${source.id}'` },
      () =>
        source.poll({ signal, logger: logger.child({ source: source.id }) }),
    );
    const { reports } = parseGeneric({ reports: answer }, source);
    await recorder.record(toListened(source), {
      reports,
      spokeAt: askedAt,
      complete: source.lists === 'everything',
      now: now(),
    });
  }
}

/** A polled source, as every other is known. */
export function toListened(source: ConditionSource): ListenedSource {
  const ttlMs = durationToMilliseconds(
    source.ttl ?? { milliseconds: 3 * durationToMilliseconds(source.every) },
  );
  return {
    id: source.id,
    title: source.title,
    type: 'polled',
    kind: source.kind,
    ttlMs,
    quietAfterMs: ttlMs,
    entities: { map: new Map(), label: 'entity' },
    environmentMap: new Map(),
  };
}

function timeoutOf({ timeout }: ConditionSource): number {
  return timeout ? durationToMilliseconds(timeout) : TIMEOUT_MS;
}
