/**
 * The format of the ledger and its verifier: pure, without input or output, for servers, browsers and command lines.
 *
 * @packageDocumentation
 */

export { commitPayload } from './commitPayload';
export { hashLeaf } from './hashLeaf';
export type { RawLedgerEntry, RawLedgerPayload } from './RawLedgerEntry';
export { verifyLedger } from './verifyLedger';
