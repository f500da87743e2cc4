import { Knex } from 'knex';
import { OPEN_STATES } from '../../lifecycle/transitions';
import { unionAll } from '../unionAll';

const STANDING = `
  select
    (
      select count(*) from action_request
      where agent_ref = ? and state in (${OPEN_STATES.map(() => '?').join(
        ', ',
      )})
    ) as open_requests,
    (
      select id from action_request
      where agent_ref = ? and idempotency_key = ?
    ) as earlier_id`;

/** A request on its way in. */
export interface ArrivalKey {
  agentRef: string;
  idempotencyKey: string;
}

/** What stands against it. */
export interface StandingAgainst {
  /** The agent asked before under that key. */
  earlierId: string | undefined;
  /** How many of the agent's requests are not done yet. */
  open: number;
}

/** What stands against new requests: one read for all of them. */
export async function readStandingAgainst(
  knex: Knex,
  keys: readonly ArrivalKey[],
): Promise<StandingAgainst[]> {
  const rows = await unionAll(knex, {
    select: STANDING,
    bindings: keys.map(({ agentRef, idempotencyKey }) => [
      ...[agentRef, ...OPEN_STATES],
      ...[agentRef, idempotencyKey],
    ]),
  });
  return rows.map(row => ({
    earlierId: row.earlier_id === null ? undefined : String(row.earlier_id),
    open: Number(row.open_requests),
  }));
}
