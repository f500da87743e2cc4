import { Knex } from 'knex';
import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';
import { appendEntry } from '../../ledger/appendEntry';
import { bumpEpoch } from '../epoch';
import { StoredFreeze } from '../FreezeStore';
import { toFreezeRow } from '../freezeRow';

/** Sets a freeze. From the next commit on nothing is claimed that was decided without it. */
export async function insertFreeze(
  tx: Knex.Transaction,
  freeze: StoredFreeze,
): Promise<void> {
  const { scope, from, to, recurrence, origin, eventDigest } = freeze;
  await tx('freeze').insert(toFreezeRow(freeze));
  await appendEntry(tx, {
    stream: `freeze:${freeze.id}`,
    type: 'freeze.created',
    body: {
      scope: { ...scope },
      from,
      ...(to !== undefined && { to }),
      ...(recurrence && { recurrence: { ...recurrence } }),
      ...(origin?.calendar && { calendar: origin.calendar }),
      ...(eventDigest && { eventDigest }),
    } as JsonObject,
    payloads: [
      {
        name: 'people',
        content: { owner: freeze.owner, createdBy: freeze.createdBy },
        classification: 'person',
      },
      { name: 'reason', content: freeze.reason, classification: 'free-text' },
    ],
    time: new Date(freeze.createdAt),
  });
  await bumpEpoch(tx);
}
