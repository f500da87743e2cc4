import { JsonObject, JsonValue } from './json';

/** What an entry is about. @public */
export type LedgerEntryType =
  | 'action-request.decided'
  | 'action-request.redecided'
  | 'action-request.reviewed'
  | 'action-request.transitioned'
  | 'execution.claimed'
  | 'execution.settled'
  | 'execution.deferred'
  | 'execution.reported'
  | 'execution.reconciled'
  | 'freeze.created'
  | 'freeze.ended'
  | 'freeze.end-agreed'
  | 'freeze.exception-requested'
  | 'freeze.exception-approved'
  | 'freeze.excepted'
  | 'freeze.exception-ended'
  | 'condition.reported'
  | 'context.reported'
  | 'context.signed-off'
  | 'stop.pulled'
  | 'stop.release-approved'
  | 'stop.released'
  | 'delegation.granted'
  | 'delegation.revoked'
  | 'agent.changed'
  | 'policy.changed'
  | 'policy.confirmed'
  | 'policy.change-proposed'
  | 'policy.change-withdrawn'
  | 'policy.change-approved'
  | 'policy.change-rejected'
  | 'policy-changes.governed'
  | 'tool.seen'
  | 'tool.changed'
  | 'tool.accepted';

/**
 * What an entry's bytes say, before they are canonicalised (RFC 8785).
 * Small and free of personal data; the rest is committed to in `payloads`.
 *
 * @public
 */
export interface LedgerEnvelope {
  schemaVersion: 1;
  /** UUIDv7. */
  id: string;
  /** ISO 8601 in UTC, milliseconds. */
  time: string;
  /**
   * What the entry belongs to: `action-request:<id>`, `freeze:<id>`, `condition:<source>`, `context:<entity ref>`,
   * `delegation:<id>`, `agent:<entity ref>`, `policy:<entity ref>`, `policy-changes`, `tool:<action id>`.
   */
  stream: string;
  /** Position in the stream, from 0. */
  streamIndex: number;
  /** Leaf hash (hex) of the stream's previous entry; null for its first. */
  previous: string | null;
  type: LedgerEntryType;
  body: JsonObject;
  payloads: LedgerCommitment[];
}

/** A salted commitment to bytes kept apart from the entry, so that they can be erased. @public */
export interface LedgerCommitment {
  name: string;
  /** SHA-256 (hex) over a domain tag, the salt and the bytes. */
  commitment: string;
}

/** An entry as the reader lists it. @public */
export interface LedgerEntryView {
  envelope: LedgerEnvelope;
  leafHash: string;
  /** Null until tree heads exist. */
  leafIndex: number | null;
  payloads: LedgerPayloadView[];
}

/** @public */
export interface LedgerPayloadView {
  name: string;
  /** Absent when erased or not for the reader's eyes. */
  content?: JsonValue;
  state: 'present' | 'erased' | 'withheld';
}

/** One thing the verifier found wrong. @public */
export interface LedgerFinding {
  entryId?: string;
  stream?: string;
  /** Named so that a person and a program can tell them apart. */
  problem:
    | 'not-canonical'
    | 'bytes-changed'
    | 'leaf-hash-mismatch'
    | 'chain-broken'
    | 'index-gap'
    | 'duplicate-index'
    | 'commitment-mismatch'
    | 'payload-missing'
    | 'bad-envelope'
    | 'effect-without-decision'
    | 'effect-twice'
    | 'effect-under-stop'
    | 'effect-without-delegation'
    | 'illegal-transition'
    | 'review-not-bound'
    | 'quorum-not-met'
    | 'reconciled-without-standing';
  message: string;
}

/** @public */
export interface LedgerVerification {
  ok: boolean;
  entries: number;
  streams: number;
  findings: LedgerFinding[];
  /** What this verification cannot show. */
  limits: string[];
}
