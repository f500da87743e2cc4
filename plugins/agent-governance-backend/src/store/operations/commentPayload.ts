import { NewLedgerEntry } from '../../ledger/appendEntry';

/** What somebody added in words, where they did. */
export function commentPayload(
  comment: string | undefined,
): NonNullable<NewLedgerEntry['payloads']> {
  return comment === undefined
    ? []
    : [{ name: 'comment', content: comment, classification: 'free-text' }];
}
