import type { DatabaseLedgerReader } from './DatabaseLedgerReader';

/** What services may ask of the ledger; each method is documented where it is honoured. */
export type LedgerReader = Pick<
  DatabaseLedgerReader,
  keyof DatabaseLedgerReader
>;
