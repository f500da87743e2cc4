/**
 * One entry as it lies in a database or an export: bytes, and what is filed beside them.
 *
 * @public
 */
export interface RawLedgerEntry {
  /** Exactly what was hashed. */
  bytes: string | Uint8Array;
  /** The leaf hash (hex) that was stored beside the bytes, where one was. */
  leafHash?: string;
  payloads: RawLedgerPayload[];
  /** Under what the entry is filed, where it is: it must be what the bytes say. */
  filedAs?: { id: string; stream: string; streamIndex: number; type: string };
}

/** @public */
export interface RawLedgerPayload {
  name: string;
  /** 32 bytes in lower-case hex. */
  saltHex: string;
  /** Null once erased. */
  bytes: string | Uint8Array | null;
}
