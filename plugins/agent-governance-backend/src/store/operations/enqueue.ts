import { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';
import { runInserts } from '../runInserts';

/** A notification to be sent once the transaction that caused it has committed. */
export interface OutboxMessage {
  /** Entity refs of groups and people. */
  recipients: string[];
  /** People among them who are not told. */
  except?: string[];
  title: string;
  description: string;
  link: string;
  severity: 'low' | 'normal' | 'high' | 'critical';
  /** A later message with the same scope replaces the earlier one. */
  scope: string;
}

/** Puts messages into the outbox, in the transaction of what they are about. */
export async function enqueue(
  tx: Knex.Transaction,
  messages: OutboxMessage[],
  now: Date,
): Promise<void> {
  await runInserts(tx, outboxInserts(tx, [{ messages, now }]));
}

/** The inserts that {@link enqueue} is, for several causes at once; none where there is nothing to say. */
export function outboxInserts(
  knex: Knex,
  causes: Array<{ messages: OutboxMessage[]; now: Date }>,
): Knex.QueryBuilder[] {
  const rows = causes.flatMap(({ messages, now }) =>
    messages.map(message => ({
      id: uuidv7(),
      message: JSON.stringify(message as unknown as JsonObject),
      attempts: 0,
      next_attempt_at: now.toISOString(),
      created_at: now.toISOString(),
    })),
  );
  return rows.length > 0 ? [knex('outbox').insert(rows)] : [];
}
