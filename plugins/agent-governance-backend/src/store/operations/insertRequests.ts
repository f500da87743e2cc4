import { Knex } from 'knex';
import { startStreams } from '../../ledger/appendEntry';
import { ActionRequestRow } from '../rows';
import { decidedBody } from './decidedBody';
import { OutboxMessage, enqueue } from './enqueue';
import { DecisionRecord, saveDecisions } from './saveDecisions';
import { setReviewParties } from './setReviewParties';

/** A request with its first decision, and what to tell whom. */
export interface NewRequest {
  row: ActionRequestRow;
  record: DecisionRecord;
  messages: OutboxMessage[];
  now: Date;
}

/** Records requests together with their first decisions: one transaction, one entry for each. */
export async function insertRequests(
  tx: Knex.Transaction,
  requests: NewRequest[],
): Promise<void> {
  await tx('action_request').insert(requests.map(({ row }) => row));
  await saveDecisions(
    tx,
    requests.map(({ record }) => record),
  );
  await setReviewParties(
    tx,
    requests.map(({ record }) => record.decision),
  );
  await startStreams(
    tx,
    requests.map(request => firstEntry(request)),
  );
  for (const { messages, now } of requests) {
    await enqueue(tx, messages, now);
  }
}

function firstEntry({ row, record, now }: NewRequest) {
  return {
    stream: `action-request:${row.id}`,
    type: 'action-request.decided' as const,
    body: decidedBody({
      request: row,
      decision: record.decision,
      from: 'proposed',
      to: row.state,
      revision: Number(row.revision),
    }),
    payloads: [
      {
        name: 'asked',
        content: {
          input: JSON.parse(row.input),
          ...(row.purpose && { purpose: row.purpose }),
          ...(row.run_id && { run: row.run_id }),
        },
        classification: 'input' as const,
      },
    ],
    time: now,
  };
}
