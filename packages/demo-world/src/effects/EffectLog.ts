import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { ANSWERS, EFFECTS } from '../database/createTables';
import { Refusal } from '../Refusal';

/** One call that changes the demo world. */
export interface Call {
  key: string;
  /** The caller's fence, kept for the record. */
  epoch?: number;
  /** Which system was asked for what: `deployment`, `escalation`, … */
  what: string;
  body: object;
}

/** A line of the log. */
export interface Effect extends Call {
  outcome: 'accepted' | 'repeat';
  /** ISO 8601. */
  at: string;
}

type EffectRow = Omit<Effect, 'body' | 'epoch'> & {
  body: string;
  epoch: number | null;
};

/** Lets each idempotency key take effect once, and remembers who asked how often. */
export class EffectLog {
  readonly #knex: Knex;
  readonly #now: () => Date;

  private constructor(knex: Knex, now: () => Date) {
    this.#knex = knex;
    this.#now = now;
  }

  static create(options: { knex: Knex; now: () => Date }): EffectLog {
    return new EffectLog(options.knex, options.now);
  }

  /**
   * Runs `effect` on the first call with a key, and answers every later one with the first answer.
   *
   * @throws Refusal when the key was used for something else.
   */
  async perform<T extends object>(
    call: Call,
    effect: (trx: Knex.Transaction) => Promise<T>,
  ): Promise<{ answer: T; repeated: boolean }> {
    const fingerprint = fingerprintOf(call);
    return this.#knex.transaction(async trx => {
      const first = await trx(ANSWERS).where({ key: call.key }).first();
      if (first && first.fingerprint !== fingerprint) {
        throw new Refusal(
          409,
          `The key ${call.key} was used for something else`,
        );
      }
      const answer: T = first ? JSON.parse(first.answer) : await effect(trx);
      if (!first) {
        await trx(ANSWERS).insert({
          key: call.key,
          fingerprint,
          answer: JSON.stringify(answer),
        });
      }
      await this.#append(trx, call, first ? 'repeat' : 'accepted');
      return { answer, repeated: Boolean(first) };
    });
  }

  /** Oldest first; with a key, only what was asked under it. */
  async list(key?: string): Promise<Effect[]> {
    const rows: EffectRow[] = await this.#knex(EFFECTS)
      .select('key', 'epoch', 'what', 'body', 'outcome', 'at')
      .modify(query => key !== undefined && query.where({ key }))
      .orderBy('id');
    return rows.map(({ epoch, body, ...row }) => ({
      ...row,
      ...(epoch !== null && { epoch }),
      body: JSON.parse(body),
    }));
  }

  async #append(
    trx: Knex.Transaction,
    call: Call,
    outcome: Effect['outcome'],
  ): Promise<void> {
    await trx(EFFECTS).insert({
      ...call,
      body: JSON.stringify(call.body),
      outcome,
      at: this.#now().toISOString(),
    });
  }
}

/** Independent of the order in which a caller happens to write the members. */
function fingerprintOf({ what, body }: Call): string {
  const members = Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([what, members]))
    .digest('hex');
}
