import { Knex } from 'knex';
import { tallyDecisions } from './operations/tallyDecisions';
import { EFFECT_COUNTS, PolicyEffectRow, readEffects } from './policyEffectRow';
import {
  CountedEffects,
  EffectSampleRow,
  EffectScope,
  PolicyEffectStore,
  TalliedDecision,
  UntalliedDecision,
} from './PolicyEffectStore';

const TABLE = 'policy_effect_day';
const KEYS = { day: 'day', agent: 'agent_ref', rule: 'rule' } as const;

/** What policies did, in the plugin's database. */
export class DatabasePolicyEffectStore implements PolicyEffectStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }) {
    return new DatabasePolicyEffectStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async untallied(limit: number): Promise<UntalliedDecision[]> {
    return this.#knex('decision')
      .join('action_request', 'action_request.id', 'decision.request_id')
      .whereRaw('decision.tallied = 0')
      .orderBy('decision.id')
      .limit(limit)
      .select({
        id: 'decision.id',
        effectiveAt: 'decision.effective_at',
        agentRef: 'action_request.agent_ref',
        targetRef: 'action_request.target_ref',
        document: 'decision.document',
      });
  }

  async tally(decisions: TalliedDecision[]): Promise<number> {
    return decisions.length === 0 ? 0 : tallyDecisions(this.#knex, decisions);
  }

  async oldestUntallied(): Promise<string | undefined> {
    const row = await this.#knex('decision')
      .whereRaw('tallied = 0')
      .orderBy('id')
      .first('effective_at');
    return row?.effective_at;
  }

  async forgetBefore(day: string): Promise<void> {
    await this.#knex(TABLE).where('day', '<', day).delete();
  }

  async pairs(options: {
    policyRefs: string[];
    since: string;
    limit: number;
  }): Promise<Array<{ agentRef: string; targetRef: string }>> {
    return this.#wholePolicies(options)
      .groupBy('agent_ref', 'target_ref')
      .orderByRaw('sum(decisions) desc, agent_ref, target_ref')
      .limit(options.limit)
      .select({ agentRef: 'agent_ref', targetRef: 'target_ref' });
  }

  async sums(options: {
    policyRefs: string[];
    since: string;
    scope: EffectScope;
  }): Promise<CountedEffects[]> {
    const rows = await this.#wholePolicies(options)
      .where(within(options.scope))
      .groupBy('policy_ref', 'mode')
      .select('policy_ref', 'mode', ...this.#sumsOfAll());
    return rows.map(toCounted);
  }

  async sumsBy(
    key: 'day' | 'agent' | 'rule',
    options: { policyRef: string; since: string; scope: EffectScope },
  ): Promise<Array<CountedEffects & { key: string }>> {
    const column = KEYS[key];
    const rows = await this.#knex<PolicyEffectRow>(TABLE)
      .where('policy_ref', options.policyRef)
      .where('day', '>=', options.since)
      .where('rule', key === 'rule' ? '<>' : '=', '')
      .where(within(options.scope))
      .groupBy('policy_ref', 'mode', column)
      .select('policy_ref', 'mode', `${column} as key`, ...this.#sumsOfAll());
    return rows.map(row => ({ ...toCounted(row), key: String(row.key) }));
  }

  async latest(options: {
    policyRef: string;
    since: string;
    scope: EffectScope;
    limit: number;
  }): Promise<EffectSampleRow[]> {
    const { policyRef, since, scope, limit } = options;
    const found = new Set<string>();
    for (const column of ['last_changed_id', 'last_decision_id']) {
      const rows = await this.#wholePolicies({ policyRefs: [policyRef], since })
        .where(column, '<>', '')
        .where(within(scope))
        .orderBy(column, 'desc')
        .limit(limit)
        .select({ id: column });
      rows.forEach(({ id }: { id: string }) => found.add(id));
    }
    const ids = [...found].slice(0, limit);
    const rows = await this.#knex('decision')
      .join('action_request', 'action_request.id', 'decision.request_id')
      .whereIn('decision.id', ids)
      .orderBy('decision.id', 'desc')
      .select({
        decisionId: 'decision.id',
        requestId: 'decision.request_id',
        effectiveAt: 'decision.effective_at',
        agentRef: 'action_request.agent_ref',
        targetRef: 'action_request.target_ref',
        actionId: 'action_request.action_id',
        environment: 'action_request.environment',
        verdict: 'decision.verdict',
        document: 'decision.document',
      });
    return rows.map(({ document, ...row }) => ({
      ...row,
      effects: readEffects(document),
    }));
  }

  #wholePolicies(options: { policyRefs: string[]; since: string }) {
    return this.#knex(TABLE)
      .whereIn('policy_ref', options.policyRefs)
      .where('day', '>=', options.since)
      .where('rule', '');
  }

  #sumsOfAll(): Knex.Raw[] {
    return EFFECT_COUNTS.map(column =>
      this.#knex.raw('sum(??) as ??', [column, column]),
    );
  }
}

function within(scope: EffectScope): Knex.QueryCallback {
  return query => {
    if (scope !== 'everything') {
      const { agents, targets, allOf } = scope;
      query
        .whereIn('agent_ref', allOf)
        .orWhere(both =>
          both.whereIn('agent_ref', agents).whereIn('target_ref', targets),
        );
    }
  };
}

/** Sums are text on PostgreSQL. */
function toCounted(row: Record<string, unknown>): CountedEffects {
  const count = (column: (typeof EFFECT_COUNTS)[number]) => Number(row[column]);
  const wouldDeny = count('would_deny');
  const wouldHold = count('would_hold');
  const wouldAllow = count('would_allow');
  return {
    policyRef: String(row.policy_ref),
    mode: row.mode === 'shadow' ? 'shadow' : 'enforce',
    decisions: count('decisions'),
    denied: count('denied'),
    held: count('held'),
    allowed: count('allowed'),
    notEvaluated: count('not_evaluated'),
    changed: wouldDeny + wouldHold + wouldAllow,
    wouldDeny,
    wouldHold,
    wouldAllow,
  };
}
