import { Knex } from 'knex';
import { ActionRequestRow } from '../rows';

export interface DueOptions {
  now: Date;
  limit: number;
}

/** Requests whose next step is due, oldest first. */
export async function dueRequests(
  knex: Knex,
  options: DueOptions,
): Promise<ActionRequestRow[]> {
  const at = options.now.toISOString();
  return knex<ActionRequestRow>('action_request')
    .where(query =>
      query
        .where(authorised =>
          authorised
            .where({ state: 'authorised' })
            // a call waits for its caller
            .whereNull('call_key')
            .andWhere('execute_by', '>', at),
        )
        .orWhere(approved =>
          approved
            .where({ state: 'held' })
            .whereNotNull('quorum_met_at')
            .andWhere('decide_by', '>', at),
        ),
    )
    .andWhere(query =>
      query.whereNull('next_attempt_at').orWhere('next_attempt_at', '<=', at),
    )
    .orderBy('id')
    .limit(options.limit);
}

/** Requests whose time ran out, oldest first. */
export async function overdueRequests(
  knex: Knex,
  options: DueOptions,
): Promise<ActionRequestRow[]> {
  const at = options.now.toISOString();
  return knex<ActionRequestRow>('action_request')
    .where(query =>
      query
        .where(held =>
          held.where({ state: 'held' }).andWhere('decide_by', '<=', at),
        )
        .orWhere(authorised =>
          authorised
            .where({ state: 'authorised' })
            .andWhere('execute_by', '<=', at),
        ),
    )
    .orderBy('id')
    .limit(options.limit);
}
