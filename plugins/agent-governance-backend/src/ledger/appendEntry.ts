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
): Promise<{ id: string; leafHash: string }> {
  const last: Last | undefined = await tx('ledger_entry')
    .where({ stream: entry.stream })
    .orderBy('stream_index', 'desc')
    .first('stream_index', 'leaf_hash');
  const written = write(entry, last);
  for (const insert of entryInserts(tx, [written])) {
    await insert;
  }
  return { id: written.row.id, leafHash: written.row.leaf_hash };
}

/**
 * The inserts that append the first entry of each of these streams. They are new in this transaction, so nothing
 * has to be looked up.
 */
export function streamStarts(
  knex: Knex,
  entries: NewLedgerEntry[],
): Knex.QueryBuilder[] {
  return entryInserts(
    knex,
    entries.map(entry => write(entry, undefined)),
  );
}

/** What of the entry before goes into the next one. */
type Last = { stream_index: number; leaf_hash: string };

/** An entry as it is stored. */
type Written = ReturnType<typeof write>;

function write(entry: NewLedgerEntry, last: Last | undefined) {
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
    streamIndex: last ? last.stream_index + 1 : 0,
    previous: last ? last.leaf_hash : null,
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
