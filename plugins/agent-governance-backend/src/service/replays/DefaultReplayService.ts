import { ConflictError } from '@backstage/errors';
import {
  ListReplaysOptions,
  Replay,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  FlipFilter,
  ReplayStore,
  StoredFlip,
  StoredReplay,
} from '../../store/ReplayStore';
import { waitForChange } from '../requests/waitForChange';
import { ReplayDesk } from './ReplayDesk';
import { ReplayQueue } from './ReplayQueue';

const ENDED: ReadonlyArray<Replay['state']> = [
  'succeeded',
  'cancelled',
  'failed',
];

/** Whether nothing becomes of a replay any more. */
export function hasEnded({ state }: Pick<StoredReplay, 'state'>): boolean {
  return ENDED.includes(state);
}

/** Replays as they are; who may see which is not asked here. */
export class DefaultReplayService {
  readonly #options: {
    store: ReplayStore;
    desk: ReplayDesk;
    queue: ReplayQueue;
    now: () => Date;
  };

  static create(options: {
    store: ReplayStore;
    desk: ReplayDesk;
    queue: ReplayQueue;
    now: () => Date;
  }) {
    return new DefaultReplayService(options);
  }

  private constructor(options: {
    store: ReplayStore;
    desk: ReplayDesk;
    queue: ReplayQueue;
    now: () => Date;
  }) {
    this.#options = options;
  }

  async start(...args: Parameters<ReplayDesk['start']>): Promise<StoredReplay> {
    return this.#options.desk.start(...args);
  }

  /** For the portal's own needs, such as the review of a pending change. */
  async startFor(
    ...args: Parameters<ReplayDesk['startFor']>
  ): Promise<StoredReplay> {
    return this.#options.desk.startFor(...args);
  }

  async get(id: string): Promise<StoredReplay | undefined> {
    return this.#options.store.get(id);
  }

  /** As it is when its revision is another, or the time is up. */
  async wait(
    replay: StoredReplay,
    options: { waitSeconds: number; revision?: number; signal?: AbortSignal },
  ): Promise<StoredReplay | undefined> {
    const { store } = this.#options;
    const known = options.revision ?? replay.revision;
    const revision = await waitForChange<number | undefined>({
      first: replay.revision,
      read: () => store.revision(replay.id),
      done: now => now !== known || hasEnded(replay),
      waitMs: options.waitSeconds * 1000,
      signal: options.signal,
    });
    return revision === replay.revision ? replay : store.get(replay.id);
  }

  async list(query: {
    createdBy?: string;
    state?: ListReplaysOptions['state'];
    before?: string;
    limit: number;
  }): Promise<StoredReplay[]> {
    return this.#options.store.list(query);
  }

  /** Nothing more is done for it when this returns; one that has ended stays as it is. */
  async cancel(id: string): Promise<StoredReplay | undefined> {
    const { store, queue, now } = this.#options;
    await store.cancel({ id, now: now() });
    queue.interrupt(id);
    return store.get(id);
  }

  async flips(query: {
    replayId: string;
    filter: FlipFilter;
    after?: number;
    limit: number;
  }): Promise<StoredFlip[]> {
    return this.#options.store.flips(query);
  }

  async countFlips(id: string): Promise<number> {
    return this.#options.store.countFlips(id);
  }
}

/** @throws ConflictError where there is none */
export function reportOf(
  replay: StoredReplay,
): NonNullable<StoredReplay['report']> {
  if (!replay.report) {
    throw new ConflictError(
      hasEnded(replay)
        ? `The replay was ${
            replay.state === 'failed' ? 'not finished' : replay.state
          }; there is no report`
        : 'The replay is under way; there is no report yet',
    );
  }
  return replay.report;
}
