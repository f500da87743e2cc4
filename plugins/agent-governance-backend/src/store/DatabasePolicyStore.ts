import {
  PolicyOrder,
  PolicyState,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { Knex } from 'knex';
import { confirmPolicy } from './operations/confirmPolicy';
import { keepTexts } from './operations/keepTexts';
import { savePolicy } from './operations/savePolicy';
import { takeListingTurn } from './operations/takeListingTurn';
import { inPolicyOrder } from './operations/inPolicyOrder';
import { fromPolicyRow, PolicyRow } from './policyRow';
import {
  PolicyNow,
  PolicyStore,
  PolicyText,
  StoredPolicy,
  StoredPolicySet,
} from './PolicyStore';
import { OutboxMessage } from './operations/enqueue';
import { ChangeJudgement } from './PolicyChangeStore';
import { readForAll } from './readTogether';
import { transact } from './transact';

/** Below the number of bindings that every database takes in one statement. */
const BATCH = 500;

/** Policies in the plugin's database. */
export class DatabasePolicyStore implements PolicyStore {
  readonly #knex: Knex;
  readonly #readSet: () => Promise<{ revision: number; listedAt?: string }>;

  static create(options: { knex: Knex }) {
    return new DatabasePolicyStore(options);
  }

  private constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
    // every decision asks: those that arrive together ask once
    this.#readSet = readForAll(() => readSet(this.#knex));
  }

  async all(): Promise<StoredPolicy[]> {
    const rows = await this.#knex<PolicyRow>('agent_policy').select();
    return rows.map(fromPolicyRow);
  }

  async get(ref: string): Promise<StoredPolicy | undefined> {
    const row = await this.#knex<PolicyRow>('agent_policy')
      .where({ policy_ref: ref })
      .first();
    return row && fromPolicyRow(row);
  }

  async list(query: {
    level?: string;
    owner?: string;
    state?: PolicyState[];
    text?: string;
    order?: PolicyOrder;
    pending?: boolean;
    after?: string;
    limit: number;
  }): Promise<StoredPolicy[]> {
    const { level, owner, state, text, pending, order = 'ref' } = query;
    const { after, limit } = query;
    const rows = this.#knex<PolicyRow>('agent_policy')
      .whereNot({ state: 'gone' })
      .limit(limit);
    if (level !== undefined) {
      rows.where({ level });
    }
    if (owner !== undefined) {
      rows.where({ owner_ref: owner });
    }
    if (state) {
      rows.whereIn('state', state);
    }
    if (text !== undefined) {
      const part = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
      rows.whereRaw(
        `(lower(title) like ? escape '\\' or policy_ref like ? escape '\\')`,
        [part, part],
      );
    }
    if (pending === true) {
      rows.where({ pending_state: 'waiting' });
    }
    return (await inPolicyOrder(rows, order, after)).map(fromPolicyRow);
  }

  async save(change: {
    before: StoredPolicy | undefined;
    after: PolicyNow;
    texts: PolicyText[];
    judgement?: ChangeJudgement;
    messages?: OutboxMessage[];
    now: Date;
  }): Promise<boolean> {
    const written = await transact(this.#knex, tx => savePolicy(tx, change));
    return written === true;
  }

  async confirm(options: {
    ref: string;
    revision: number;
    confirmedBy: string;
    standing: string;
    comment?: string;
    judgement?: ChangeJudgement;
    now: Date;
  }): Promise<StoredPolicy | undefined> {
    return transact(this.#knex, tx => confirmPolicy(tx, options));
  }

  async setRevision(): Promise<{ revision: number; listedAt?: string }> {
    return this.#readSet();
  }

  async current(): Promise<StoredPolicySet> {
    const isPostgres = this.#knex.client.config.client === 'pg';
    return this.#knex.transaction(
      async tx => ({
        ...(await readSet(tx)),
        policies: (
          await tx<PolicyRow>('agent_policy')
            .whereNotNull('standing')
            .orderBy('policy_ref')
        ).map(fromPolicyRow),
      }),
      // both reads see one moment; SQLite's do anyway
      isPostgres ? { isolationLevel: 'repeatable read' } : undefined,
    );
  }

  async texts(digests: string[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (let at = 0; at < digests.length; at += BATCH) {
      const rows: Array<{ digest: string; bytes: string }> = await this.#knex(
        'sealed_document',
      )
        .whereIn('digest', digests.slice(at, at + BATCH))
        .select('digest', 'bytes');
      rows.forEach(({ digest, bytes }) => found.set(digest, bytes));
    }
    return found;
  }

  async keepTexts(texts: PolicyText[], now: Date): Promise<void> {
    await keepTexts(this.#knex, texts, now);
  }

  async takeTurn(options: {
    everyMs: number;
    isUrgent?: boolean;
  }): Promise<boolean> {
    return takeListingTurn(this.#knex, options);
  }

  async listed(at: Date): Promise<void> {
    await this.#knex('policy_set')
      .where({ id: 1 })
      .update({ listed_at: at.toISOString() });
  }
}

async function readSet(
  knex: Knex,
): Promise<{ revision: number; listedAt?: string }> {
  const row: { revision: number | string; listed_at: string | null } =
    await knex('policy_set').where({ id: 1 }).first('revision', 'listed_at');
  return {
    revision: Number(row.revision),
    ...(row.listed_at && { listedAt: row.listed_at }),
  };
}
