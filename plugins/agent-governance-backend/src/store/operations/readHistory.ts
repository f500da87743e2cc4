import { Knex } from 'knex';
import { History } from '../History';

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

/** What an agent did before, counted from our own record: one read, of indexes alone. */
export async function readHistory(
  knex: Knex,
  options: {
    agentRef: string;
    actionId: string;
    targetRef: string;
    exceptRequestId?: string;
    now: Date;
  },
): Promise<History> {
  const { agentRef, actionId, targetRef, exceptRequestId, now } = options;
  const hourAgo = new Date(now.getTime() - HOUR_MS).toISOString();
  const dayAgo = new Date(now.getTime() - 24 * HOUR_MS).toISOString();
  const except = exceptRequestId ?? '';

  const recent = knex('action_request')
    .where({ agent_ref: agentRef })
    .whereIn('state', COUNTED)
    .andWhere('created_at', '>', dayAgo)
    .andWhereNot({ effect_class: 'read' })
    .andWhereNot({ id: except })
    .select(
      knex.raw('count(*) as in_day'),
      knex.raw('sum(case when created_at > ? then 1 else 0 end) as in_hour', [
        hourAgo,
      ]),
    );
  const same = knex('action_request')
    .where({ agent_ref: agentRef, action_id: actionId, target_ref: targetRef })
    .andWhereNot({ id: except })
    .select(
      knex.raw('count(*) as asked'),
      knex.raw(
        `sum(case when state = 'succeeded' then 1 else 0 end) as succeeded`,
      ),
    );
  const counts = await knex
    .from(recent.as('recent'))
    .crossJoin(same.as('same') as unknown as Knex.Raw)
    .first();
  return {
    mutationsLastHour: Number(counts.in_hour ?? 0),
    mutationsLastDay: Number(counts.in_day),
    sameActionOnTarget: Number(counts.succeeded ?? 0),
    novel: Number(counts.asked) === 0,
  };
}
