import { Knex } from 'knex';
import { v4 as uuidv4 } from 'uuid';
import { OutboxMessage } from './operations/enqueue';

/** How long a sender has before another may take a message on, in milliseconds. */
const CLAIM_MS = 60_000;
/** A message nobody could send for so many tries stays in the table and is not tried again. */
const MAX_ATTEMPTS = 20;

/** A message this process, and no other, is sending. */
export interface ClaimedMessage {
  id: string;
  token: string;
  attempts: number;
  message: OutboxMessage;
}

/** Messages that transactions left to be sent after commit. */
export class Outbox {
  readonly #knex: Knex;
  readonly #now: () => Date;

  static create(options: { knex: Knex; now: () => Date }) {
    return new Outbox(options);
  }

  private constructor(options: { knex: Knex; now: () => Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  /** Claims what is due, each by one guarded update. */
  async claimDue(limit: number): Promise<ClaimedMessage[]> {
    const now = this.#now();
    const due = await this.#knex('outbox')
      .whereNull('sent_at')
      .andWhere('attempts', '<', MAX_ATTEMPTS)
      .andWhere('next_attempt_at', '<=', now.toISOString())
      .orderBy('id')
      .limit(limit);
    const claimed: ClaimedMessage[] = [];
    for (const row of due) {
      const token = uuidv4();
      const changed = await this.#knex('outbox')
        .where({ id: row.id, attempts: row.attempts })
        .whereNull('sent_at')
        .update({
          claim_token: token,
          attempts: row.attempts + 1,
          next_attempt_at: new Date(now.getTime() + CLAIM_MS).toISOString(),
        });
      if (changed === 1) {
        claimed.push({
          id: row.id,
          token,
          attempts: row.attempts + 1,
          message: JSON.parse(row.message),
        });
      }
    }
    return claimed;
  }

  async sent(claimed: ClaimedMessage): Promise<void> {
    await this.#knex('outbox')
      .where({ id: claimed.id, claim_token: claimed.token })
      .update({ sent_at: this.#now().toISOString(), last_error: null });
  }

  async failed(claimed: ClaimedMessage, error: string): Promise<void> {
    const delay = Math.min(600_000, 1_000 * 2 ** claimed.attempts);
    await this.#knex('outbox')
      .where({ id: claimed.id, claim_token: claimed.token })
      .update({
        last_error: error.slice(0, 1_000),
        next_attempt_at: new Date(this.#now().getTime() + delay).toISOString(),
      });
  }
}
