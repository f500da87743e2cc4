import { setTimeout as sleep } from 'node:timers/promises';
import { ReplayFlip } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  emptyTally,
  PolicyManifest,
  toReplayReport,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { DecisionHistory, DecisionKey } from '../../store/DecisionHistory';
import { PolicyStore } from '../../store/PolicyStore';
import {
  ReplayClaim,
  ReplayProgress,
  ReplayStore,
} from '../../store/ReplayStore';
import { readAhead, replayBatches } from './ReplayBatches';
import { replayScopeFilter } from './ReplayScopeFilter';
import { ReplayThread } from './thread/ReplayThread';

/** How many decisions are looked at to count them, or to find those in scope. */
const KEYS_AT_ONCE = 1_000;
/** How long the database and this process are left alone between two bites of the count. */
const PAUSE_MS = 5;

/** Thrown where it is no longer this process's to run; whoever has it now says what becomes of it. */
export class NotOursError extends Error {
  name = 'NotOursError';
}

interface Options {
  store: ReplayStore;
  history: DecisionHistory;
  policies: Pick<PolicyStore, 'texts'>;
  settings: { leaseMs: number; progressMs: number; flips: number };
  now: () => Date;
}

/**
 * Runs one replay from where it is to its end: reads the record in small bites, has a thread make the decisions again,
 * and keeps how far it came. It never has more in memory than a few bites, and leaves the process alone in between.
 */
export class ReplayRunner {
  readonly #options: Options;

  static create(options: Options) {
    return new ReplayRunner(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * @param signal - ends it at once, with its progress kept up to a moment ago
   * @throws NotOursError; the signal's reason; whatever keeps it from being finished
   */
  async run(claim: ReplayClaim, signal: AbortSignal): Promise<void> {
    const progress = claim.progress ?? (await this.#begin(claim, signal));
    const thread = await this.#startThread(claim, progress);
    const stop = () => thread.stop().catch(() => {});
    signal.addEventListener('abort', stop, { once: true });
    try {
      signal.throwIfAborted();
      await this.#work(claim, { progress, thread, signal });
      await this.#finish(claim, thread);
    } finally {
      signal.removeEventListener('abort', stop);
      await stop();
    }
  }

  /** Counts what there is to do, and keeps that: a total does not change any more. */
  async #begin(
    { replay, visible, ...claim }: ReplayClaim,
    signal: AbortSignal,
  ): Promise<ReplayProgress> {
    const inScope = replayScopeFilter(replay.scope, visible);
    let total = 0;
    let after: ReplayProgress['cursor'];
    let keptAt = performance.now();
    do {
      signal.throwIfAborted();
      const page = await this.#options.history.page({
        window: replay.scope,
        after,
        limit: KEYS_AT_ONCE,
      });
      total += page.keys.filter(inScope).length;
      after = page.next;
      if (performance.now() - keptAt > this.#options.settings.progressMs) {
        keptAt = performance.now();
        await this.#renew({ replay, ...claim });
      }
      await sleep(PAUSE_MS);
    } while (after);
    const progress: ReplayProgress = {
      total,
      done: 0,
      tally: emptyTally(),
      kept: 0,
    };
    await this.#keep({ replay, ...claim }, progress, []);
    return progress;
  }

  async #startThread(
    { replay, drafted }: ReplayClaim,
    progress: ReplayProgress,
  ): Promise<ReplayThread> {
    const base = await this.#manifest(replay.baseDigest);
    const texts = await this.#options.policies.texts(
      base.policies.map(({ digest }) => digest),
    );
    return ReplayThread.start({
      base,
      drafted: drafted.manifest,
      texts: { ...Object.fromEntries(texts), ...drafted.texts },
      tally: progress.tally,
      room: this.#options.settings.flips - progress.kept,
    });
  }

  async #manifest(digest: string): Promise<PolicyManifest> {
    const bytes = (await this.#options.policies.texts([digest])).get(digest);
    if (bytes === undefined) {
      throw new Error(
        'The policies it compares with are no longer stored; start it again',
      );
    }
    return JSON.parse(bytes);
  }

  async #work(
    claim: ReplayClaim,
    run: {
      progress: ReplayProgress;
      thread: ReplayThread;
      signal: AbortSignal;
    },
  ): Promise<void> {
    const { thread, signal } = run;
    const { scope } = claim.replay;
    const batches = replayBatches({
      ...this.#options,
      window: scope,
      inScope: replayScopeFilter(scope, claim.visible),
      after: run.progress.cursor,
    });
    let { done, kept } = run.progress;
    let flips: ReplayFlip[] = [];
    let keptAt = performance.now();
    let cursor: DecisionKey | undefined;
    const keep = async () => {
      kept += flips.length;
      const progress = {
        ...run.progress,
        tally: await thread.tally(),
        done,
        kept,
        ...(cursor && { cursor: { at: cursor.effectiveAt, id: cursor.id } }),
      };
      await this.#keep(claim, progress, flips);
      flips = [];
      keptAt = performance.now();
    };
    for await (const batch of readAhead(batches)) {
      flips.push(...(await thread.compare(batch)));
      done += batch.items.length;
      cursor = batch.items[batch.items.length - 1];
      signal.throwIfAborted();
      if (performance.now() - keptAt > this.#options.settings.progressMs) {
        await keep();
      }
    }
    await keep();
  }

  async #finish(claim: ReplayClaim, thread: ReplayThread): Promise<void> {
    const { replay, leaseToken, drafted } = claim;
    const report = toReplayReport(await thread.tally(), {
      scope: replay.scope,
      base: replay.baseDigest,
      drafted: drafted.digest,
    });
    const { store, now } = this.#options;
    const succeeded = await store.succeed({
      id: replay.id,
      leaseToken,
      report,
      now: now(),
    });
    if (!succeeded) {
      throw new NotOursError();
    }
  }

  async #keep(
    { replay, leaseToken }: Pick<ReplayClaim, 'replay' | 'leaseToken'>,
    progress: ReplayProgress,
    flips: ReplayFlip[],
  ): Promise<void> {
    const { store, settings } = this.#options;
    const isOurs = await store.saveProgress({
      ...settings,
      id: replay.id,
      leaseToken,
      progress,
      flips,
    });
    if (!isOurs) {
      throw new NotOursError();
    }
  }

  async #renew({
    replay,
    leaseToken,
  }: Pick<ReplayClaim, 'replay' | 'leaseToken'>): Promise<void> {
    const { store, settings } = this.#options;
    if (!(await store.renew({ ...settings, id: replay.id, leaseToken }))) {
      throw new NotOursError();
    }
  }
}
