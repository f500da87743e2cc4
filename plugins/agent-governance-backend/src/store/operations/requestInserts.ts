import { Knex } from 'knex';
import { NewLedgerEntry, chainEntries } from '../../ledger/appendEntry';
import { ActionRequestRow } from '../rows';
import { decidedBody } from './decidedBody';
import { OutboxMessage, outboxInserts } from './enqueue';
import { DecisionRecord, decisionInserts } from './saveDecisions';
import { reviewPartyInserts } from './setReviewParties';

/** A request with its first decision, and what to tell whom. */
export interface NewRequest {
  row: ActionRequestRow;
  record: DecisionRecord;
  messages: OutboxMessage[];
  now: Date;
}

/** The inserts that record requests together with their first decisions: one entry for each. */
export function requestInserts(
  knex: Knex,
  requests: NewRequest[],
): Knex.QueryBuilder[] {
  return [
    ...rowInserts(knex, requests),
    ...chainEntries(knex, requests.map(firstEntry)).inserts,
  ];
}

/** The same without what is recorded of them in the ledger. */
export function rowInserts(
  knex: Knex,
  requests: NewRequest[],
): Knex.QueryBuilder[] {
  const records = requests.map(({ record }) => record);
  return [
    knex('action_request').insert(requests.map(({ row }) => row)),
    ...decisionInserts(knex, records),
    ...reviewPartyInserts(
      knex,
      records.map(({ decision }) => decision),
    ),
    ...outboxInserts(knex, requests),
  ];
}

/** Names are payloads, so that they can be taken away; the body says only how many there are. */
function peopleNamed(row: ActionRequestRow) {
  const content = {
    ...(row.on_behalf_of && { onBehalfOf: row.on_behalf_of }),
    ...(row.run_started_by && { runStartedBy: row.run_started_by }),
  };
  return Object.keys(content).length === 0
    ? []
    : [{ name: 'people', content, classification: 'person' as const }];
}

/** What the ledger says of a new request. */
export function firstEntry({ row, record, now }: NewRequest): NewLedgerEntry {
  return {
    stream: `action-request:${row.id}`,
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
      ...peopleNamed(row),
    ],
    time: now,
  };
}
