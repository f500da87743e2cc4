import {
  ReplayFlip,
  ReplayReport,
  ReplayState,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { databaseNow } from './databaseNow';
import { claimReplay } from './operations/claimReplay';
import { endReplay } from './operations/endReplay';
import { listFlips } from './operations/listFlips';
import {
  ReplayLease,
  saveReplayProgress,
} from './operations/saveReplayProgress';
import { sweepReplays } from './operations/sweepReplays';
import {
  DraftedSet,
  ReplayClaim,
  ReplayProgress,
  StoredFlip,
  StoredReplay,
  VisibleEntities,
} from './ReplayStore';
import {
  fromReplayRow,
  progressOf,
  ReplayRow,
  SHOWN_COLUMNS,
} from './replayRow';
import { transact } from './transact';

type DropFirst<T extends unknown[]> = T extends [unknown, ...infer Rest]
  ? Rest
  : never;

/** Replays in the plugin's database. Whoever runs one holds a lease, and every write of theirs is guarded by it. */
export class DatabaseReplayStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }) {
    return new DatabaseReplayStore(options);
  }

  private constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /**
   * Puts one in the queue.
   *
   * @returns `false` when the same person has one under way; nothing is kept of this one then
   */
  async insert(
    replay: Omit<StoredReplay, 'revision' | 'state' | 'done'> & {
      drafted: DraftedSet;
      visible?: VisibleEntities;
    },
  ): Promise<boolean> {
    try {
      await this.#knex<ReplayRow>('replay').insert({
        id: replay.id,
        title: replay.title,
        created_by: replay.createdBy ?? null,
        audience: replay.audience ? JSON.stringify(replay.audience) : null,
        state: 'queued',
        scope: JSON.stringify(replay.scope),
        draft: JSON.stringify(replay.draft),
        policies: JSON.stringify(replay.policies),
        base_digest: replay.baseDigest,
        drafted: JSON.stringify(replay.drafted),
        visible: replay.visible ? JSON.stringify(replay.visible) : null,
        done: 0,
        created_at: replay.createdAt,
        revision: 1,
        active_for: replay.createdBy ?? null,
        attempt: 0,
      });
      return true;
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        return false;
      }
      throw error;
    }
  }

  async get(id: string): Promise<StoredReplay | undefined> {
    const row = await this.#knex<ReplayRow>('replay')
      .where({ id })
      .first(...SHOWN_COLUMNS);
    return row && fromReplayRow(row);
  }

  /** Whether anything about it is new; `undefined` when it is gone. */
  async revision(id: string): Promise<number | undefined> {
    const row = await this.#knex<ReplayRow>('replay')
      .where({ id })
      .first('revision');
    return row && Number(row.revision);
  }

  /** The one that somebody has under way. */
  async activeOf(personRef: string): Promise<StoredReplay | undefined> {
    const row = await this.#knex<ReplayRow>('replay')
      .where({ active_for: personRef })
      .first(...SHOWN_COLUMNS);
    return row && fromReplayRow(row);
  }

  /** The newest first, from before one id on. */
  async list(query: {
    createdBy?: string;
    state?: ReplayState[];
    before?: string;
    limit: number;
  }): Promise<StoredReplay[]> {
    const { createdBy, state, before, limit } = query;
    const rows = this.#knex<ReplayRow>('replay')
      .orderBy('id', 'desc')
      .limit(limit);
    if (createdBy !== undefined) {
      rows.where({ created_by: createdBy });
    }
    if (state) {
      rows.whereIn('state', state);
    }
    if (before !== undefined) {
      rows.where('id', '<', before);
    }
    return (await rows.select(...SHOWN_COLUMNS)).map(fromReplayRow);
  }

  /**
   * Takes up the oldest that nobody runs, if fewer than so many are run. One that was taken up too often has failed.
   */
  async claim(options: {
    leaseMs: number;
    atOnce: number;
    now: Date;
  }): Promise<ReplayClaim | undefined> {
    let taken;
    try {
      taken = await transact(this.#knex, tx => claimReplay(tx, options));
    } catch (error) {
      if (isDatabaseConflictError(error)) {
        return undefined; // somebody else took the place
      }
      throw error;
    }
    if (!taken) {
      return undefined;
    }
    const { row } = taken;
    if (taken.kind === 'given-up') {
      await this.#end(
        { id: row.id, revision: row.revision },
        {
          state: 'failed',
          error: `It was begun ${row.attempt} times, and each time whoever ran it went away.`,
          ended_at: options.now.toISOString(),
        },
      );
      return undefined;
    }
    const progress = progressOf(row);
    return {
      replay: fromReplayRow(row),
      leaseToken: taken.leaseToken,
      drafted: JSON.parse(row.drafted),
      ...(row.visible !== null && { visible: JSON.parse(row.visible) }),
      ...(progress && { progress }),
    };
  }

  /** See {@link saveReplayProgress}. */
  async saveProgress(
    options: ReplayLease & {
      progress: ReplayProgress;
      flips: ReplayFlip[];
      leaseMs: number;
    },
  ): Promise<boolean> {
    return !!(await transact(this.#knex, tx =>
      saveReplayProgress(tx, options),
    ));
  }

  /** Extends a lease. @returns `false` when it is no longer this process's to run */
  async renew(options: ReplayLease & { leaseMs: number }): Promise<boolean> {
    const now = await databaseNow(this.#knex);
    const changed = await this.#knex<ReplayRow>('replay')
      .where(leased(options))
      .update({ lease_expires_ms: now + options.leaseMs });
    return changed === 1;
  }

  /** Lets another one go on with it at once; nothing of it is lost. */
  async release({ id, leaseToken }: ReplayLease): Promise<void> {
    await this.#knex<ReplayRow>('replay')
      .where({ id, state: 'running', lease_token: leaseToken })
      .update({
        state: 'queued',
        slot: null,
        lease_token: null,
        lease_expires_ms: null,
        attempt: this.#knex.raw('attempt - 1'),
        revision: this.#knex.raw('revision + 1'),
      });
  }

  /** @returns `false` when it is no longer this process's to run */
  async succeed(
    lease: ReplayLease & { report: ReplayReport; now: Date },
  ): Promise<boolean> {
    return this.#end(leased(lease), {
      state: 'succeeded',
      report: JSON.stringify(lease.report),
      ended_at: lease.now.toISOString(),
    });
  }

  /** @returns `false` when it is no longer this process's to run */
  async fail(
    lease: ReplayLease & { error: string; now: Date },
  ): Promise<boolean> {
    return this.#end(leased(lease), {
      state: 'failed',
      error: lease.error,
      ended_at: lease.now.toISOString(),
    });
  }

  /** @returns `false` when it had ended */
  async cancel(options: { id: string; now: Date }): Promise<boolean> {
    const { id, now } = options;
    return this.#end(
      { id },
      { state: 'cancelled', ended_at: now.toISOString() },
    );
  }

  /** In the order of the decisions, from after one on. */
  async flips(query: Parameters<typeof listFlips>[1]): Promise<StoredFlip[]> {
    return listFlips(this.#knex, query);
  }

  async countFlips(replayId: string): Promise<number> {
    const [{ count }] = await this.#knex('replay_flip')
      .where({ replay_id: replayId })
      .count({ count: '*' });
    return Number(count);
  }

  /**
   * Deletes what has ended before a time, and the oldest beyond so many.
   *
   * @returns how many
   */
  async sweep(options: { before: Date; most: number }): Promise<number> {
    return sweepReplays(this.#knex, options);
  }

  async #end(
    ...[where, end]: DropFirst<Parameters<typeof endReplay>>
  ): Promise<boolean> {
    return !!(await transact(this.#knex, tx => endReplay(tx, where, end)));
  }
}

function leased({ id, leaseToken }: ReplayLease): Partial<ReplayRow> {
  return { id, state: 'running', lease_token: leaseToken };
}
