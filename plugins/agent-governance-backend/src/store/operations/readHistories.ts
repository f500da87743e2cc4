import { Knex } from 'knex';
import { History, MOST_COUNTED, RunHistory } from '../History';
import { KeyedRow, unionAll } from '../unionAll';

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
/** What a person found out counts as if it had ended so. */
const ENDED = {
  succeeded: `(state = 'succeeded' or reconciled_as = 'succeeded')`,
  failed: `(state = 'failed' or reconciled_as = 'failed')`,
};
const IN_COUNTED = `state in (${COUNTED.map(() => '?').join(', ')})`;

/** Reads indexes alone. */
const RECENT = `
  select
    count(*) as in_day,
    sum(case when created_at > ? then 1 else 0 end) as in_hour
  from action_request
  where agent_ref = ? and ${IN_COUNTED}
    and created_at > ? and effect_class <> 'read' and id <> ?`;

/** Reads indexes alone. */
const SAME_ACTION = `
  select
    count(*) as asked,
    sum(case when ${ENDED.succeeded} then 1 else 0 end) as succeeded
  from action_request
  where agent_ref = ? and action_id = ? and target_ref = ? and id <> ?`;

/** Reads indexes alone; a ref starts with its kind. */
const SAME_KIND = `
  select count(*) as on_kind from (
    select 1 as found from action_request
    where agent_ref = ? and action_id = ? and ${ENDED.succeeded}
      and target_ref like ? and id <> ?
    limit ${MOST_COUNTED}
  ) as kind_found`;

const IN_RUN = `
  select
    sum(case when effect_class <> 'read' and ${IN_COUNTED} then 1 else 0 end) as run_mutations,
    sum(case when ${ENDED.failed} then 1 else 0 end) as run_failures,
    sum(case when state = 'unknown' then 1 else 0 end) as run_unknown
  from (
    select state, effect_class, reconciled_as from action_request
    where run_id = ? and agent_ref = ? and id <> ?
    order by id desc limit ${MOST_COUNTED}
  ) as run_latest`;

/** What the request that is decided says itself counts as well: a run does not begin anew at each look. */
const START_OF_RUN = `
  select created_at as run_asked_at, run_started_by as run_starter
  from action_request where run_id = ? and agent_ref = ?
  order by id limit 1`;

/** When a request was denied is when it last changed: a denial is the end. */
const LATEST_DENIAL = `
  select updated_at as denied_at from action_request
  where agent_ref = ? and state = 'denied' and id <> ?
  order by created_at desc limit 1`;

const HISTORY = `
  select * from (${RECENT}) as recent
  cross join (${SAME_ACTION}) as same
  cross join (${SAME_KIND}) as kind
  cross join (${IN_RUN}) as run
  left join (${START_OF_RUN}) as run_start on 1 = 1
  left join (${LATEST_DENIAL}) as denial on 1 = 1`;

/** Whose past is asked for, as of when. */
export interface HistoryKey {
  agentRef: string;
  actionId: string;
  targetRef: string;
  runId?: string;
  exceptRequestId?: string;
  now: Date;
}

/** What agents did before, counted from our own record: one read for all that is asked for. */
export async function readHistories(
  knex: Knex,
  keys: readonly HistoryKey[],
): Promise<History[]> {
  const rows = await unionAll(knex, {
    select: HISTORY,
    bindings: keys.map(key => bindingsOf(key)),
  });
  return rows.map((row, index) => ({
    mutations: {
      lastHour: Number(row.in_hour ?? 0),
      lastDay: Number(row.in_day),
    },
    sameActionOnTarget: Number(row.succeeded ?? 0),
    sameActionOnKind: Number(row.on_kind),
    ...(row.denied_at !== null && { lastDenialAt: String(row.denied_at) }),
    novel: Number(row.asked) === 0,
    ...(keys[index].runId !== undefined && { run: toRunHistory(row) }),
  }));
}

function toRunHistory(row: KeyedRow): RunHistory {
  return {
    mutations: Number(row.run_mutations ?? 0),
    failures: Number(row.run_failures ?? 0),
    unknownOutcomes: Number(row.run_unknown ?? 0),
    ...(row.run_asked_at !== null && {
      firstAskedAt: String(row.run_asked_at),
    }),
    ...(row.run_starter !== null && { startedBy: String(row.run_starter) }),
  };
}

function bindingsOf(key: HistoryKey): string[] {
  const { agentRef, actionId, targetRef, now } = key;
  const hourAgo = new Date(now.getTime() - HOUR_MS).toISOString();
  const dayAgo = new Date(now.getTime() - 24 * HOUR_MS).toISOString();
  const except = key.exceptRequestId ?? '';
  const run = key.runId ?? '';
  // a kind has no character that means something to like
  const kind = `${targetRef.slice(0, targetRef.indexOf(':'))}:%`;
  return [
    ...[hourAgo, agentRef, ...COUNTED, dayAgo, except],
    ...[agentRef, actionId, targetRef, except],
    ...[agentRef, actionId, kind, except],
    ...[...COUNTED, run, agentRef, except],
    ...[run, agentRef],
    ...[agentRef, except],
  ];
}
