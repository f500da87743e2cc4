import { Knex } from 'knex';
import {
  LedgerEntryView,
  LedgerPayloadView,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { RawLedgerEntry } from '@agentgov/backstage-plugin-agent-governance-common/ledger';

/** Rows read at a time where a whole stream, or the whole ledger, is gone through. */
const BATCH = 500;

interface EntryRow {
  id: string;
  stream: string;
  stream_index: number;
  type: string;
  envelope: string;
  leaf_hash: string;
  leaf_index: number | string | null;
}

interface PayloadRow {
  entry_id: string;
  name: string;
  salt: string | null;
  bytes: string | null;
}

/** Reads the ledger. It cannot write, and it does not judge what it reads. */
export class DatabaseLedgerReader {
  readonly #knex: Knex;

  static create(options: { knex: Knex }) {
    return new DatabaseLedgerReader(options);
  }

  private constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /**
   * One page, newest first; of one stream where one is named. Entries of a stream come in its own order, which two
   * clocks cannot confuse.
   */
  async list(options: {
    stream?: string;
    limit: number;
    /** Id of the last entry of the previous page. */
    after?: string;
  }): Promise<LedgerEntryView[]> {
    const { stream, limit, after } = options;
    const query = this.#knex<EntryRow>('ledger_entry').limit(limit);
    if (stream === undefined) {
      query.orderBy('id', 'desc');
      if (after) {
        query.andWhere('id', '<', after);
      }
    } else {
      query.where({ stream }).orderBy('stream_index', 'desc');
      if (after) {
        query.andWhere(
          'stream_index',
          '<',
          this.#knex<EntryRow>('ledger_entry')
            .where({ stream, id: after })
            .select('stream_index'),
        );
      }
    }
    return this.#view(await query);
  }

  /** Every entry of one stream, oldest first. */
  async entriesOf(stream: string): Promise<LedgerEntryView[]> {
    return this.#view(
      await this.#knex<EntryRow>('ledger_entry')
        .where({ stream })
        .orderBy('stream_index'),
    );
  }

  /** Everything as stored, stream by stream, in order; a batch at a time. */
  async *stored(options: { stream?: string }): AsyncGenerator<RawLedgerEntry> {
    let after: { stream: string; index: number } | undefined;
    for (;;) {
      const query = this.#knex<EntryRow>('ledger_entry')
        .orderBy([{ column: 'stream' }, { column: 'stream_index' }])
        .limit(BATCH);
      if (options.stream) {
        query.andWhere({ stream: options.stream });
      }
      if (after) {
        const { stream, index } = after;
        query.andWhere(place =>
          place
            .where('stream', '>', stream)
            .orWhere(same =>
              same.where({ stream }).andWhere('stream_index', '>', index),
            ),
        );
      }
      const rows = await query;
      if (rows.length === 0) {
        return;
      }
      const payloads = await this.#payloads(rows);
      for (const row of rows) {
        yield {
          bytes: row.envelope,
          leafHash: row.leaf_hash,
          filedAs: {
            id: row.id,
            stream: row.stream,
            streamIndex: row.stream_index,
            type: row.type,
          },
          payloads: (payloads.get(row.id) ?? []).map(payload => ({
            name: payload.name,
            saltHex: payload.salt ?? '',
            bytes: payload.bytes,
          })),
        };
      }
      const last = rows[rows.length - 1];
      after = { stream: last.stream, index: last.stream_index };
    }
  }

  async #view(rows: EntryRow[]): Promise<LedgerEntryView[]> {
    const payloads = await this.#payloads(rows);
    return rows.map(row => ({
      envelope: JSON.parse(row.envelope),
      leafHash: row.leaf_hash,
      leafIndex: row.leaf_index === null ? null : Number(row.leaf_index),
      payloads: (payloads.get(row.id) ?? []).map(viewPayload),
    }));
  }

  async #payloads(rows: EntryRow[]): Promise<Map<string, PayloadRow[]>> {
    const found = await this.#knex<PayloadRow>('ledger_payload')
      .whereIn(
        'entry_id',
        rows.map(({ id }) => id),
      )
      .orderBy('name');
    const byEntry = new Map<string, PayloadRow[]>();
    for (const payload of found) {
      const others = byEntry.get(payload.entry_id) ?? [];
      byEntry.set(payload.entry_id, [...others, payload]);
    }
    return byEntry;
  }
}

function viewPayload(payload: PayloadRow): LedgerPayloadView {
  return payload.bytes === null
    ? { name: payload.name, state: 'erased' }
    : {
        name: payload.name,
        state: 'present',
        content: JSON.parse(payload.bytes),
      };
}
