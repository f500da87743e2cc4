import { randomBytes } from 'node:crypto';
import { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import {
  JsonObject,
  JsonValue,
  LedgerEnvelope,
  LedgerEntryType,
  canonicalJson,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  hashLeaf,
  commitPayload,
} from '@agentgov/backstage-plugin-agent-governance-common/ledger';

/** What goes into one entry. Names, free text and inputs belong into `payloads`. */
export interface NewLedgerEntry {
  /** `action-request:<id>`, `freeze:<id>`, `context:<entity ref>` or `agent:<entity ref>`. */
  stream: string;
  type: LedgerEntryType;
  /** Small, and free of personal data and free text. */
  body: JsonObject;
  payloads?: Array<{
    name: string;
    content: JsonValue;
    /** Who it is about or what it holds; decides how long it is kept. */
    classification: 'person' | 'free-text' | 'input' | 'facts' | 'outcome';
  }>;
  time: Date;
}

/** Where a stream ends: what of its last entry goes into the next one. */
export interface StreamEnd {
  streamIndex: number;
  leafHash: string;
}

/**
 * Appends one entry to the ledger inside the caller's transaction: it commits with the change
 * it records, or neither does.
 *
 * Two writers on one stream are told apart by the unique (stream, index): the later one fails
 * and its whole transaction with it. Callers already hold the row the stream is about.
 */
export async function appendEntry(
  tx: Knex.Transaction,
  entry: NewLedgerEntry,
): Promise<StreamEnd> {
  const { inserts, ends } = chainEntries(
    tx,
    [entry],
    await streamEnd(tx, entry.stream),
  );
  for (const insert of inserts) {
    await insert;
  }
  return ends.get(entry.stream)!;
}

/** Where a stream ends now; `undefined` for one that has not begun. */
export async function streamEnd(
  tx: Knex.Transaction,
  stream: string,
): Promise<StreamEnd | undefined> {
  const last = await tx('ledger_entry')
    .where({ stream })
    .orderBy('stream_index', 'desc')
    .first('stream_index', 'leaf_hash');
  return last && { streamIndex: last.stream_index, leafHash: last.leaf_hash };
}

/**
 * The inserts that append entries to their streams, those of one stream in the order given.
 *
 * @param after - where their one stream ends; absent where the streams begin in this transaction, so that nothing has
 *   to be looked up
 * @returns `ends`: where each stream ends then
 */
export function chainEntries(
  knex: Knex,
  entries: NewLedgerEntry[],
  after?: StreamEnd,
): { inserts: Knex.QueryBuilder[]; ends: Map<string, StreamEnd> } {
  const ends = new Map<string, StreamEnd>();
  const written = entries.map(entry => {
    const one = write(entry, ends.get(entry.stream) ?? after);
    ends.set(entry.stream, {
      streamIndex: one.row.stream_index,
      leafHash: one.row.leaf_hash,
    });
    return one;
  });
  return { inserts: entryInserts(knex, written), ends };
}

/** An entry as it is stored. */
type Written = ReturnType<typeof write>;

function write(entry: NewLedgerEntry, last: StreamEnd | undefined) {
  const id = uuidv7({ msecs: entry.time.getTime() });
  const payloads = (entry.payloads ?? []).map(payload => ({
    ...payload,
    salt: randomBytes(32).toString('hex'),
    bytes: canonicalJson(payload.content),
  }));
  const envelope: LedgerEnvelope = {
    schemaVersion: 1,
    id,
    time: entry.time.toISOString(),
    stream: entry.stream,
    streamIndex: last ? last.streamIndex + 1 : 0,
    previous: last ? last.leafHash : null,
    type: entry.type,
    body: entry.body,
    payloads: payloads.map(({ name, salt, bytes }) => ({
      name,
      commitment: commitPayload(salt, bytes),
    })),
  };
  const bytes = canonicalJson(envelope as unknown as JsonObject);
  return {
    row: {
      id,
      stream: envelope.stream,
      stream_index: envelope.streamIndex,
      type: envelope.type,
      schema_version: envelope.schemaVersion,
      envelope: bytes,
      leaf_hash: hashLeaf(bytes),
      leaf_index: null,
      created_at: envelope.time,
    },
    payloads: payloads.map(payload => ({
      entry_id: id,
      name: payload.name,
      salt: payload.salt,
      bytes: payload.bytes,
      classification: payload.classification,
    })),
  };
}

function entryInserts(knex: Knex, written: Written[]): Knex.QueryBuilder[] {
  const payloads = written.flatMap(entry => entry.payloads);
  return [
    knex('ledger_entry').insert(written.map(({ row }) => row)),
    ...(payloads.length > 0 ? [knex('ledger_payload').insert(payloads)] : []),
  ];
}
