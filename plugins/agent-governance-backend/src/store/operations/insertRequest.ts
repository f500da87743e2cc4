import { Knex } from 'knex';
import { appendEntry } from '../../ledger/appendEntry';
import { ActionRequestRow } from '../rows';
import { decidedBody } from './decidedBody';
import { OutboxMessage, enqueue } from './enqueue';
import { DecisionRecord, saveDecision } from './saveDecision';
import { setReviewParties } from './setReviewParties';

/** Records a request together with its first decision: one transaction, one entry. */
export async function insertRequest(
  tx: Knex.Transaction,
  options: {
    row: ActionRequestRow;
    record: DecisionRecord;
    messages: OutboxMessage[];
    now: Date;
  },
): Promise<void> {
  const { row, record, messages, now } = options;
  await tx('action_request').insert(row);
  await saveDecision(tx, record);
  await setReviewParties(tx, row.id, record.decision);
  await appendEntry(tx, {
    stream: `action-request:${row.id}`,
    startsStream: true,
    type: 'action-request.decided',
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
        classification: 'input',
      },
    ],
    time: now,
  });
  await enqueue(tx, messages, now);
}
