import { canonicalJson } from '../canonical';
import { LedgerEnvelope } from '../model';
import { envelopeSchema } from './envelopeSchema';
import { hashLeaf } from './hashLeaf';
import { Problem, problem } from './Problem';
import { RawLedgerEntry } from './RawLedgerEntry';

/** An entry's bytes, understood as far as they can be. */
export interface ReadEntry {
  envelope?: LedgerEnvelope;
  /** Of the bytes as they are, whatever was stored beside them. */
  leafHash: string;
  problems: Problem[];
}

/** Reads the bytes of an entry, and holds against them what was filed beside them. */
export function readEntry(entry: RawLedgerEntry): ReadEntry {
  const leafHash = hashLeaf(entry.bytes);
  const problems: Problem[] = [];
  if (entry.leafHash !== undefined && entry.leafHash !== leafHash) {
    problems.push(
      problem(
        'leaf-hash-mismatch',
        `The bytes hash to ${leafHash}, but ${entry.leafHash} was stored for them`,
      ),
    );
  }

  const text = toText(entry.bytes);
  const value = text === undefined ? undefined : parse(text);
  if (text === undefined || value === undefined) {
    problems.push(problem('bad-envelope', 'The bytes are no JSON in UTF-8'));
    return { leafHash, problems };
  }
  if (canonicalOf(value) !== text) {
    problems.push(
      problem(
        'not-canonical',
        'The bytes are not the canonical form (RFC 8785)',
      ),
    );
  }
  const parsed = envelopeSchema.safeParse(value);
  if (!parsed.success) {
    const where = parsed.error.issues
      .map(issue => `${issue.path.join('.') || 'envelope'}: ${issue.message}`)
      .join('; ');
    problems.push(problem('bad-envelope', `It is no envelope: ${where}`));
    return { leafHash, problems };
  }
  problems.push(...checkFiling(entry, parsed.data));
  return { envelope: parsed.data, leafHash, problems };
}

function checkFiling(
  { filedAs }: RawLedgerEntry,
  envelope: LedgerEnvelope,
): Problem[] {
  if (!filedAs) {
    return [];
  }
  return (['id', 'stream', 'streamIndex', 'type'] as const)
    .filter(field => filedAs[field] !== envelope[field])
    .map(field =>
      problem(
        'bytes-changed',
        `It is filed with ${field} ${filedAs[field]}, but its bytes say ${envelope[field]}`,
      ),
    );
}

/** Text of bytes in UTF-8, byte for byte: a byte order mark stays, and a wrong byte is no text. */
export function toText(bytes: string | Uint8Array): string | undefined {
  if (typeof bytes === 'string') {
    return bytes;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes,
    );
  } catch {
    return undefined;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function canonicalOf(value: unknown): string | undefined {
  try {
    return canonicalJson(value);
  } catch {
    return undefined;
  }
}
