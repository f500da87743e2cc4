import { Knex } from 'knex';

export interface SystemContext {
  trx: Knex.Transaction;
  now: Date;
}

/** One thing in the demo world that can be acted on. */
export interface System<TBody extends object = object> {
  path: string;
  /** What the effect log calls it. */
  what: string;
  /** @throws Refusal when the body does not say what is needed. */
  parse(body: unknown): TBody;
  /** @throws Refusal when the system says no; then nothing happened. */
  run(body: TBody, context: SystemContext): Promise<object>;
}
