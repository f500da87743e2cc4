import { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import {
  JsonObject,
  StopScope,
  digestOf,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { appendEntry } from '../../ledger/appendEntry';
import { bumpEpoch } from '../epoch';
import { StopRow } from '../stopRow';

/** What pulling a stop takes. */
export interface PulledStop {
  scope: StopScope;
  reason: string;
  pulledBy: string;
  /** How many people will have to agree to release it. */
  quorum: number;
  now: Date;
}

/**
 * Pulls a stop. From the next commit on nothing in its scope is claimed: whatever was decided without it has another
 * epoch by then.
 *
 * Pulling what is pulled already changes nothing, unless somebody began to release it: then what they agreed to is
 * void, because somebody has just said that it must not run.
 *
 * @returns `undefined` when the one that was in force has been released meanwhile: pull once more
 */
export async function pullStop(
  tx: Knex.Transaction,
  pulled: PulledStop,
): Promise<StopRow | undefined> {
  const { scope, now } = pulled;
  const row: StopRow = {
    id: uuidv7({ msecs: now.getTime() }),
    scope_kind: scope.kind,
    scope_ref: scope.ref ?? null,
    scope_on: scope.on ?? null,
    scope_key: digestOf('agentgov.stop-scope.v1', scope),
    reason: pulled.reason,
    pulled_by: pulled.pulledBy,
    pulled_at: now.toISOString(),
    quorum: pulled.quorum,
    revision: 1,
    released_at: null,
  };
  const [inserted]: StopRow[] = await tx('stop')
    .insert(row)
    // of each scope one is in force at a time
    .onConflict()
    .ignore()
    .returning('*');
  if (inserted) {
    await record(tx, inserted, pulled);
    return inserted;
  }
  return pullAgain(tx, row.scope_key, pulled);
}

async function pullAgain(
  tx: Knex.Transaction,
  scopeKey: string,
  pulled: PulledStop,
): Promise<StopRow | undefined> {
  const [held]: StopRow[] = await tx('stop')
    .where({ scope_key: scopeKey })
    .whereNull('released_at')
    // holds the row, so that nobody agrees to its release meanwhile
    .update({ revision: tx.ref('revision') })
    .returning('*');
  if (!held) {
    return undefined;
  }
  const approved = await tx('stop_approval')
    .where({ stop_id: held.id, stop_revision: held.revision })
    .first('id');
  if (!approved) {
    return held;
  }
  const again = { ...held, revision: held.revision + 1 };
  await tx('stop').where({ id: held.id }).update({ revision: again.revision });
  await record(tx, again, pulled);
  return again;
}

async function record(
  tx: Knex.Transaction,
  row: StopRow,
  { scope, reason, pulledBy, now }: PulledStop,
): Promise<void> {
  // before the entry, which says as of when it binds
  const epoch = await bumpEpoch(tx);
  await appendEntry(tx, {
    stream: `stop:${row.id}`,
    type: 'stop.pulled',
    body: {
      stopId: row.id,
      scope: scope as JsonObject,
      quorum: row.quorum,
      revision: row.revision,
      epoch,
    },
    payloads: [
      { name: 'people', content: { pulledBy }, classification: 'person' },
      { name: 'reason', content: reason, classification: 'free-text' },
    ],
    time: now,
  });
}
