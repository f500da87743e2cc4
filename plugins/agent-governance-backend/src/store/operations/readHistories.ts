import { Knex } from 'knex';
import { History } from '../History';
import { unionAll } from '../unionAll';

const HOUR_MS = 3_600_000;

/** States in which a mutating request did, or may yet do, something outside. */
const COUNTED = [
  'authorised',
  'executing',
  'succeeded',
  'failed',
  'unknown',
  'reconciled',
];

/** Reads indexes alone. */
const COUNTS = `
  select * from (
    select
      count(*) as in_day,
      sum(case when created_at > ? then 1 else 0 end) as in_hour
    from action_request
    where agent_ref = ? and state in (${COUNTED.map(() => '?').join(', ')})
      and created_at > ? and effect_class <> 'read' and id <> ?
  ) as recent cross join (
    select
      count(*) as asked,
      sum(case when state = 'succeeded' then 1 else 0 end) as succeeded
    from action_request
    where agent_ref = ? and action_id = ? and target_ref = ? and id <> ?
  ) as same`;

/** Whose past is asked for, as of when. */
export interface HistoryKey {
  agentRef: string;
  actionId: string;
  targetRef: string;
  exceptRequestId?: string;
  now: Date;
}

/** What agents did before, counted from our own record: one read for all that is asked for. */
export async function readHistories(
  knex: Knex,
  keys: readonly HistoryKey[],
): Promise<History[]> {
  const rows = await unionAll(knex, {
    select: COUNTS,
    bindings: keys.map(key => bindingsOf(key)),
  });
  return rows.map(row => ({
    mutationsLastHour: Number(row.in_hour ?? 0),
    mutationsLastDay: Number(row.in_day),
    sameActionOnTarget: Number(row.succeeded ?? 0),
    novel: Number(row.asked) === 0,
  }));
}

function bindingsOf(key: HistoryKey): string[] {
  const { agentRef, actionId, targetRef, now } = key;
  const hourAgo = new Date(now.getTime() - HOUR_MS).toISOString();
  const dayAgo = new Date(now.getTime() - 24 * HOUR_MS).toISOString();
  const except = key.exceptRequestId ?? '';
  return [
    ...[hourAgo, agentRef, ...COUNTED, dayAgo, except],
    ...[agentRef, actionId, targetRef, except],
  ];
}
