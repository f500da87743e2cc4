import { canonicalJson, sha256Hex } from '../../canonical';
import { JsonObject, JsonValue, LedgerEntryType } from '../../model';
import { commitPayload } from '../commitPayload';
import { hashLeaf } from '../hashLeaf';
import { RawLedgerEntry } from '../RawLedgerEntry';

/** One entry to write: what it says, and what lies beside it. */
export interface Draft {
  stream: string;
  type: LedgerEntryType;
  body: JsonObject;
  payloads?: Record<string, JsonValue>;
}

/** Writes a ledger as the format says, without any code of the real writer. */
export function writeLedger(drafts: Draft[]): RawLedgerEntry[] {
  const last = new Map<string, { index: number; leafHash: string }>();
  return drafts.map(({ stream, type, body, payloads = {} }, position) => {
    const kept = Object.entries(payloads).map(([name, content], index) => ({
      name,
      saltHex: sha256Hex(`salt ${position} ${index}`),
      bytes: canonicalJson(content),
    }));
    const before = last.get(stream);
    const envelope = {
      schemaVersion: 1,
      id: `019a0000-0000-7000-8000-${String(position).padStart(12, '0')}`,
      time: '2026-11-22T10:00:00.000Z',
      stream,
      streamIndex: before ? before.index + 1 : 0,
      previous: before ? before.leafHash : null,
      type,
      body,
      payloads: kept.map(({ name, saltHex, bytes }) => ({
        name,
        commitment: commitPayload(saltHex, bytes),
      })),
    };
    const bytes = canonicalJson(envelope);
    const leafHash = hashLeaf(bytes);
    last.set(stream, { index: envelope.streamIndex, leafHash });
    const { id, streamIndex } = envelope;
    return {
      bytes,
      leafHash,
      payloads: kept,
      filedAs: { id, stream, streamIndex, type },
    };
  });
}
