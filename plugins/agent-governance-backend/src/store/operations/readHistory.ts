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

/** What an agent did before, counted from our own record in two indexed reads. */
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

  const recent = await knex('action_request')
    .where({ agent_ref: agentRef })
    // ids are time-ordered, so this bounds the scan of the index
    .andWhere('id', '>=', uuidLowerBound(now.getTime() - 24 * HOUR_MS))
    .andWhere('created_at', '>', dayAgo)
    .andWhereNot({ id: except })
    .andWhereNot({ effect_class: 'read' })
    .whereIn('state', COUNTED)
    .first(
      knex.raw('count(*) as day'),
      knex.raw('sum(case when created_at > ? then 1 else 0 end) as hour', [
        hourAgo,
      ]),
    );
  const same = await knex('action_request')
    .where({ agent_ref: agentRef, action_id: actionId, target_ref: targetRef })
    .andWhereNot({ id: except })
    .first(
      knex.raw('count(*) as asked'),
      knex.raw(
        `sum(case when state = 'succeeded' then 1 else 0 end) as succeeded`,
      ),
    );
  return {
    mutationsLastHour: Number(recent?.hour ?? 0),
    mutationsLastDay: Number(recent?.day ?? 0),
    sameActionOnTarget: Number(same?.succeeded ?? 0),
    novel: Number(same?.asked ?? 0) === 0,
  };
}

/** The smallest UUIDv7 of a moment (RFC 9562 §5.7: 48 bits of milliseconds first). */
function uuidLowerBound(ms: number): string {
  const hex = Math.max(0, ms).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
