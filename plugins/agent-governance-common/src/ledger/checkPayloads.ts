import { LedgerEnvelope } from '../model';
import { commitPayload } from './commitPayload';
import { Problem, problem } from './Problem';
import { RawLedgerEntry, RawLedgerPayload } from './RawLedgerEntry';

/** What an entry's payloads turned out to be. */
export interface CheckedPayloads {
  problems: Problem[];
  /** Payloads that are what the entry commits to, by name. */
  intact: Map<string, string | Uint8Array>;
  /** How many are gone, so that nothing can be said about them. */
  erased: number;
}

/** Holds payloads against the commitments of their entry: none too few, none too many, none changed. */
export function checkPayloads(
  entry: RawLedgerEntry,
  envelope: LedgerEnvelope,
): CheckedPayloads {
  const result: CheckedPayloads = {
    problems: [],
    intact: new Map(),
    erased: 0,
  };
  const rest = [...entry.payloads];
  for (const { name, commitment } of envelope.payloads) {
    const index = rest.findIndex(payload => payload.name === name);
    const [payload] = index < 0 ? [] : rest.splice(index, 1);
    if (!payload) {
      result.problems.push(
        problem('payload-missing', `Its payload '${name}' is not there`),
      );
    } else if (payload.bytes === null) {
      result.erased += 1;
    } else if (commitmentOf(payload, payload.bytes) !== commitment) {
      result.problems.push(
        problem(
          'commitment-mismatch',
          `Its payload '${name}' is not what the entry commits to`,
        ),
      );
    } else {
      result.intact.set(name, payload.bytes);
    }
  }
  for (const { name } of rest) {
    result.problems.push(
      problem(
        'commitment-mismatch',
        `A payload '${name}' lies with it that the entry does not commit to`,
      ),
    );
  }
  return result;
}

function commitmentOf(
  payload: RawLedgerPayload,
  bytes: string | Uint8Array,
): string | undefined {
  // Lower case only: a salt has one spelling, so that a changed one is seen.
  return /^[0-9a-f]{64}$/.test(payload.saltHex)
    ? commitPayload(payload.saltHex, bytes)
    : undefined;
}
