import { Knex } from 'knex';
import {
  Decision,
  Facts,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { ENDED_STATES } from '../lifecycle/transitions';
import { databaseNow } from './databaseNow';
import { readDecision } from './decisionDocument';
import { readEpoch } from './epoch';
import { GroupCommit } from './GroupCommit';
import { History } from './History';
import { beginCall } from './operations/beginCall';
import { Claim, claimExecution } from './operations/claimExecution';
import { deferRequest } from './operations/deferRequest';
import { NewRequest, requestInserts } from './operations/requestInserts';
import {
  DueOptions,
  dueRequests,
  overdueRequests,
} from './operations/dueRequests';
import { listRequests } from './operations/listRequests';
import { HistoryKey, readHistories } from './operations/readHistories';
import {
  ArrivalKey,
  StandingAgainst,
  readStandingAgainst,
} from './operations/readStandingAgainst';
import {
  CallKey,
  StandingAgainstCall,
  readStandingAgainstCalls,
} from './operations/readStandingAgainstCalls';
import { reconcileRequest } from './operations/reconcileRequest';
import { recordOutcomeReport } from './operations/recordOutcomeReport';
import { recordReview } from './operations/recordReview';
import { redecideRequest } from './operations/redecideRequest';
import { releaseLease } from './operations/releaseLease';
import { renewLease } from './operations/renewLease';
import { settleExecution } from './operations/settleExecution';
import { takeOverAbandoned } from './operations/takeOverAbandoned';
import { transitionRequest } from './operations/transitionRequest';
import { readTogether } from './readTogether';
import {
  ActionRequestRow,
  DecisionRow,
  ExecutionRow,
  PresentationRow,
  ReviewRow,
} from './rows';
import { transact } from './transact';

type Input<F extends (tx: Knex.Transaction, options: never) => unknown> =
  Parameters<F>[1];

/**
 * Action requests with everything that hangs on them. Each writing method is one transition:
 * one guarded update and one ledger entry, in one transaction.
 */
export class DatabaseActionRequestStore {
  readonly #knex: Knex;
  readonly #inserts: GroupCommit<NewRequest>;
  readonly #readStanding: (arrival: ArrivalKey) => Promise<StandingAgainst>;
  readonly #readCallStanding: (key: CallKey) => Promise<StandingAgainstCall>;
  readonly #readHistory: (key: HistoryKey) => Promise<History>;

  static create(options: { knex: Knex }) {
    return new DatabaseActionRequestStore(options);
  }

  private constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
    const { knex } = options;
    this.#inserts = GroupCommit.create({ knex, inserts: requestInserts });
    this.#readStanding = readTogether(keys => readStandingAgainst(knex, keys));
    this.#readCallStanding = readTogether(keys =>
      readStandingAgainstCalls(knex, keys),
    );
    this.#readHistory = readTogether(keys => readHistories(knex, keys));
  }

  /** @throws the database's unique violation when the agent used the key before. */
  async insert(request: NewRequest): Promise<void> {
    await this.#inserts.add(request);
  }

  async transition(options: Input<typeof transitionRequest>): Promise<boolean> {
    return !!(await transact(this.#knex, tx => transitionRequest(tx, options)));
  }

  async redecide(options: Input<typeof redecideRequest>): Promise<boolean> {
    return !!(await transact(this.#knex, tx => redecideRequest(tx, options)));
  }

  /** @throws the database's unique violation when the person voted on this hold before. */
  async review(options: Input<typeof recordReview>) {
    return transact(this.#knex, tx => recordReview(tx, options));
  }

  async claim(
    options: Input<typeof claimExecution>,
  ): Promise<Claim | undefined> {
    return transact(this.#knex, tx => claimExecution(tx, options));
  }

  /** @throws the database's unique violation when the same call is open already. */
  async beginCall(
    options: Input<typeof beginCall>,
  ): Promise<Claim | undefined> {
    return transact(this.#knex, tx => beginCall(tx, options));
  }

  async settle(options: Input<typeof settleExecution>): Promise<boolean> {
    return !!(await transact(this.#knex, tx => settleExecution(tx, options)));
  }

  async reportOutcome(
    options: Input<typeof recordOutcomeReport>,
  ): Promise<boolean> {
    return !!(await transact(this.#knex, tx =>
      recordOutcomeReport(tx, options),
    ));
  }

  async reconcile(options: Input<typeof reconcileRequest>): Promise<boolean> {
    return !!(await transact(this.#knex, tx => reconcileRequest(tx, options)));
  }

  async takeOver(
    row: ExecutionRow,
    leaseMs: number,
  ): Promise<Claim | undefined> {
    return transact(this.#knex, tx => takeOverAbandoned(tx, row, leaseMs));
  }

  async defer(options: Input<typeof deferRequest>): Promise<boolean> {
    return !!(await transact(this.#knex, tx => deferRequest(tx, options)));
  }

  async renew(claim: Claim, leaseMs: number): Promise<boolean> {
    return renewLease(this.#knex, claim, leaseMs);
  }

  async release(options: Parameters<typeof releaseLease>[1]): Promise<boolean> {
    return releaseLease(this.#knex, options);
  }

  async epoch(): Promise<number> {
    return readEpoch(this.#knex);
  }

  async get(id: string): Promise<ActionRequestRow | undefined> {
    return this.#knex<ActionRequestRow>('action_request').where({ id }).first();
  }

  async findByKey(
    agentRef: string,
    key: string,
  ): Promise<ActionRequestRow | undefined> {
    return this.#knex<ActionRequestRow>('action_request')
      .where({ agent_ref: agentRef, idempotency_key: key })
      .first();
  }

  /** What stands against a call of an agent, and the epoch it would be decided in. */
  async standingAgainstCall(key: CallKey): Promise<StandingAgainstCall> {
    return this.#readCallStanding(key);
  }

  /**
   * The agent was told how a call ended: the same may be asked for anew. No transition, so no entry.
   *
   * @returns the call, where it had ended and the agent was not told before
   */
  async closeCall(id: string): Promise<ActionRequestRow | undefined> {
    const [row] = await this.#knex<ActionRequestRow>('action_request')
      .where({ id })
      .whereNotNull('call_key')
      .whereIn('state', ENDED_STATES)
      .update({ call_key: null })
      .returning('*');
    return row;
  }

  /** The call of an action digest that is open, or whose end the agent was not told yet. */
  async openCall(callKey: string): Promise<ActionRequestRow | undefined> {
    return this.#knex<ActionRequestRow>('action_request')
      .where({ call_key: callKey })
      .first();
  }

  /** What stands against a new request of an agent: one it made under that key before, and those not done yet. */
  async standingAgainst(arrival: ArrivalKey): Promise<StandingAgainst> {
    return this.#readStanding(arrival);
  }

  async list(
    options: Parameters<typeof listRequests>[1],
  ): Promise<ActionRequestRow[]> {
    return listRequests(this.#knex, options);
  }

  /** Oldest first, each with the facts it was made from. */
  async decisions(
    requestId: string,
  ): Promise<Array<{ decision: Decision; facts: Facts }>> {
    const rows = await this.#knex<DecisionRow>('decision')
      .where({ request_id: requestId })
      .orderBy('id');
    const sealed = await this.documents(rows.map(row => row.facts_digest));
    return rows.map(row => {
      const facts: Facts = JSON.parse(sealed.get(row.facts_digest)!);
      return { decision: readDecision(row.document, facts), facts };
    });
  }

  /** One decision, with the facts it was made from. */
  async decision(
    id: string,
  ): Promise<{ decision: Decision; facts: Facts } | undefined> {
    const row = await this.#knex<DecisionRow & { facts: string }>('decision')
      .join('sealed_document', 'facts_digest', 'digest')
      .where({ id })
      .first('document', 'bytes as facts');
    if (!row) {
      return undefined;
    }
    const facts: Facts = JSON.parse(row.facts);
    return { decision: readDecision(row.document, facts), facts };
  }

  /** Sealed documents by digest, as the bytes that were digested. */
  async documents(digests: string[]): Promise<Map<string, string>> {
    const rows = await this.#knex('sealed_document')
      .whereIn('digest', [...new Set(digests)])
      .select('digest', 'bytes');
    return new Map(rows.map(row => [row.digest, row.bytes]));
  }

  /** Votes on a request, oldest first; on one of its holds where one is named. */
  async reviews(requestId: string, holdId?: string): Promise<ReviewRow[]> {
    const query = this.#knex<ReviewRow>('review')
      .where({ request_id: requestId })
      .orderBy('id');
    return holdId ? query.andWhere({ hold_decision_id: holdId }) : query;
  }

  async executions(requestIds: string[]): Promise<Map<string, ExecutionRow>> {
    const rows = await this.#knex<ExecutionRow>('execution').whereIn(
      'request_id',
      requestIds,
    );
    return new Map(rows.map(row => [row.request_id, row]));
  }

  async savePresentation(row: PresentationRow): Promise<void> {
    await this.#knex('presentation')
      .insert(row)
      .onConflict(['digest', 'reviewer_ref'])
      .ignore();
  }

  async presentation(
    digest: string,
    reviewerRef: string,
  ): Promise<PresentationRow | undefined> {
    return this.#knex<PresentationRow>('presentation')
      .where({ digest, reviewer_ref: reviewerRef })
      .first();
  }

  /** Requests the worker should look at now, oldest first. */
  async due(options: DueOptions): Promise<ActionRequestRow[]> {
    return dueRequests(this.#knex, options);
  }

  /** Executions whose holder is gone, or gave up for now. */
  async abandoned(limit: number): Promise<ExecutionRow[]> {
    return this.#knex<ExecutionRow>('execution')
      .where({ state: 'running' })
      .andWhere('lease_expires_ms', '<=', await databaseNow(this.#knex))
      .orderBy('lease_expires_ms')
      .limit(limit);
  }

  /** Requests whose time ran out: holds nobody decided, authorisations nobody used. */
  async overdue(options: DueOptions): Promise<ActionRequestRow[]> {
    return overdueRequests(this.#knex, options);
  }

  /** Renderings nobody can quote any more. */
  async dropPresentationsBefore(time: Date): Promise<number> {
    return this.#knex('presentation')
      .where('rendered_at', '<', time.toISOString())
      .delete();
  }

  async of(key: HistoryKey): Promise<History> {
    return this.#readHistory(key);
  }
}
