import { Knex } from 'knex';
import { OPEN_STATES } from '../../lifecycle/transitions';
import { unionAll } from '../unionAll';

const STANDING = `
  select
    (select epoch from governance_epoch where id = 1) as epoch,
    (
      select count(*) from action_request
      where agent_ref = ? and state in (${OPEN_STATES.map(() => '?').join(
        ', ',
      )})
    ) as open_requests,
    (select id from action_request where call_key = ?) as open_call`;

/** A call on its way in. */
export interface CallKey {
  agentRef: string;
  /** Its action digest. */
  callKey: string;
}

/** What stands against it. */
export interface StandingAgainstCall {
  /** What decisions depend on was last changed in this epoch: read before anything is gathered. */
  epoch: number;
  /** How many of the agent's requests are not done yet. */
  open: number;
  /** The same call, which is open or whose end the agent was not told yet. */
  openCallId: string | undefined;
}

/** What stands against calls: one read for all of them. */
export async function readStandingAgainstCalls(
  knex: Knex,
  keys: readonly CallKey[],
): Promise<StandingAgainstCall[]> {
  const rows = await unionAll(knex, {
    select: STANDING,
    bindings: keys.map(({ agentRef, callKey }) => [
      ...[agentRef, ...OPEN_STATES],
      callKey,
    ]),
  });
  return rows.map(row => ({
    epoch: Number(row.epoch),
    open: Number(row.open_requests),
    openCallId: row.open_call === null ? undefined : String(row.open_call),
  }));
}
