import {
  StopApproval,
  StopImpact,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { Knex } from 'knex';
import { ReleaseApproval, approveRelease } from './operations/approveRelease';
import { PulledStop, pullStop } from './operations/pullStop';
import { releaseStop } from './operations/releaseStop';
import {
  countUnderStop,
  markExecutions,
  nextToStop,
  openTargets,
} from './operations/requestsUnderStop';
import { CoveredRequest, stopRequests } from './operations/stopRequests';
import { readForAll } from './readTogether';
import {
  StopApprovalRow,
  StopRow,
  fromApprovalRow,
  fromStopRow,
} from './stopRow';
import { StopReach, StoredStop } from './StopStore';
import { transact } from './transact';

/** Stops in the plugin's database. Each change is one guarded write and one ledger entry, in one transaction. */
export class DatabaseStopStore {
  readonly #knex: Knex;
  readonly #readInForce: () => Promise<StoredStop[]>;

  static create(options: { knex: Knex }) {
    return new DatabaseStopStore(options);
  }

  private constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
    this.#readInForce = readForAll(async () => {
      const rows = await this.#knex<StopRow>('stop')
        .whereNull('released_at')
        .orderBy('id');
      return rows.map(fromStopRow);
    });
  }

  /** Every stop in force, read after this was called and never remembered: mostly there is none. */
  async inForce(): Promise<StoredStop[]> {
    return this.#readInForce();
  }

  /** The stop of this scope that is in force from now on, or was already. */
  async pull(stop: PulledStop): Promise<StoredStop> {
    for (;;) {
      const row = await transact(this.#knex, tx => pullStop(tx, stop));
      if (row) {
        return fromStopRow(row);
      }
      // the one that was in force was released just now: this is a new one
    }
  }

  /** @see {@link approveRelease} */
  async approve(approval: ReleaseApproval): Promise<boolean> {
    return !!(await transact(this.#knex, tx => approveRelease(tx, approval)));
  }

  /** @see {@link releaseStop} */
  async release(
    options: Parameters<typeof releaseStop>[1],
  ): Promise<StoredStop | undefined> {
    const row = await transact(this.#knex, tx => releaseStop(tx, options));
    return row && fromStopRow(row);
  }

  async get(id: string): Promise<StoredStop | undefined> {
    const row = await this.#knex<StopRow>('stop').where({ id }).first();
    return row && fromStopRow(row);
  }

  /** The latest pulled first. */
  async list(options: {
    state?: 'in-force' | 'released';
    /** Only what comes after this id. */
    after?: string;
    limit: number;
  }): Promise<StoredStop[]> {
    const { state, after, limit } = options;
    const query = this.#knex<StopRow>('stop')
      .orderBy('id', 'desc')
      .limit(limit);
    if (state !== undefined) {
      query[state === 'in-force' ? 'whereNull' : 'whereNotNull']('released_at');
    }
    if (after !== undefined) {
      query.where('id', '<', after);
    }
    return (await query).map(fromStopRow);
  }

  /** Who agreed to release these stops, as they are now, by stop; oldest first. */
  async approvals(stops: StoredStop[]): Promise<Map<string, StopApproval[]>> {
    const rows = await this.#knex<StopApprovalRow>('stop_approval')
      .whereIn(
        'stop_id',
        stops.map(({ id }) => id),
      )
      .orderBy('id');
    return new Map(
      stops.map(({ id, revision }) => [
        id,
        rows
          .filter(row => row.stop_id === id && row.stop_revision === revision)
          .map(fromApprovalRow),
      ]),
    );
  }

  /** Which of these agents ever asked for something to be done to an entity. */
  async haveActedOn(
    targetRef: string,
    agentRefs: string[],
  ): Promise<Set<string>> {
    const refs = await this.#knex('action_request')
      .where({ target_ref: targetRef })
      .whereIn('agent_ref', agentRefs)
      .distinct()
      .pluck('agent_ref');
    return new Set(refs);
  }

  /** @see {@link openTargets} */
  async openTargets(): Promise<string[]> {
    return openTargets(this.#knex);
  }

  /** @see {@link countUnderStop} */
  async count(reach: StopReach): Promise<StopImpact> {
    return countUnderStop(this.#knex, reach);
  }

  /** @see {@link nextToStop} */
  async nextToStop(reach: StopReach, limit: number): Promise<CoveredRequest[]> {
    return nextToStop(this.#knex, reach, limit);
  }

  /** @see {@link stopRequests} */
  async stopRequests(
    options: Parameters<typeof stopRequests>[1],
  ): Promise<number> {
    return this.#knex.transaction(tx => stopRequests(tx, options));
  }

  /** @see {@link markExecutions} */
  async markExecutions(stopId: string, reach: StopReach): Promise<number> {
    return markExecutions(this.#knex, stopId, reach);
  }

  /** Which of these requests' executions a stop covers, by request. */
  async stopsOfExecutions(requestIds: string[]): Promise<Map<string, string>> {
    const rows = await this.#knex('execution')
      .whereIn('request_id', requestIds)
      .whereNotNull('stop_id')
      .select('request_id', 'stop_id');
    return new Map(rows.map(row => [row.request_id, row.stop_id]));
  }
}
