import { Knex } from 'knex';
import { DecisionKey, HistoryPage, HistoryWindow } from './DecisionHistory';
import { isOneOf } from './isOneOf';

/** The record of decisions, read in the order they were made, by an index and in small bites. */
export class DatabaseDecisionHistory {
  readonly #knex: Knex;

  static create(options: { knex: Knex }) {
    return new DatabaseDecisionHistory(options);
  }

  private constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** The next so many decisions of a time. */
  async page(options: {
    window: HistoryWindow;
    after?: { at: string; id: string };
    limit: number;
  }): Promise<HistoryPage> {
    const { window, after, limit } = options;
    const query = this.#knex('decision')
      .join('action_request', 'action_request.id', 'decision.request_id')
      .where('decision.effective_at', '<', window.to)
      .orderBy(['decision.effective_at', 'decision.id'])
      .limit(limit)
      .select<DecisionKey[]>({
        id: 'decision.id',
        effectiveAt: 'decision.effective_at',
        requestId: 'decision.request_id',
        purpose: 'decision.purpose',
        verdict: 'decision.verdict',
        factsDigest: 'decision.facts_digest',
        policySetDigest: 'decision.policy_set_digest',
        agentRef: 'action_request.agent_ref',
        actionId: 'action_request.action_id',
        targetRef: 'action_request.target_ref',
        environment: 'action_request.environment',
      });
    if (after) {
      query.whereRaw('(decision.effective_at, decision.id) > (?, ?)', [
        after.at,
        after.id,
      ]);
    } else {
      query.where('decision.effective_at', '>=', window.from);
    }
    const keys = await query;
    const last = keys[keys.length - 1];
    return keys.length < limit
      ? { keys }
      : { keys, next: { at: last.effectiveAt, id: last.id } };
  }

  /** Sealed documents by digest, as the bytes that were digested; those that are gone are left out. */
  async documents(digests: string[]): Promise<Map<string, string>> {
    if (digests.length === 0) {
      return new Map();
    }
    const rows: Array<{ digest: string; bytes: string }> = await this.#knex(
      'sealed_document',
    )
      .where(isOneOf(this.#knex, 'digest', [...new Set(digests)]) as never)
      .select('digest', 'bytes');
    return new Map(rows.map(({ digest, bytes }) => [digest, bytes]));
  }

  /** What was recorded of decisions, by id. */
  async records(ids: string[]): Promise<Map<string, string>> {
    if (ids.length === 0) {
      return new Map();
    }
    const rows: Array<{ id: string; document: string }> = await this.#knex(
      'decision',
    )
      .where(isOneOf(this.#knex, 'id', ids) as never)
      .select('id', 'document');
    return new Map(rows.map(({ id, document }) => [id, document]));
  }

  /** Every agent and target that anything was ever asked about: read from indexes alone. */
  async subjects(): Promise<{ agents: string[]; targets: string[] }> {
    const distinct = async (column: 'agent_ref' | 'target_ref') =>
      this.#knex('action_request').distinct(column).pluck(column);
    return {
      agents: await distinct('agent_ref'),
      targets: await distinct('target_ref'),
    };
  }
}
