import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { canonicalJson } from './canonicalJson';

/** SHA-256 in lower-case hex; text counts as UTF-8. Synchronous, the same in Node and in a browser. @public */
export function sha256Hex(data: Uint8Array | string): string {
  return bytesToHex(sha256(data));
}

/**
 * SHA-256 over a domain tag, a NUL and the canonical JSON of a value.
 *
 * The tag keeps digests of different things apart: sealed facts that happen to have the same
 * text as a request never share its digest. Throws {@link CanonicalJsonError} for a value that is no JSON.
 *
 * @param domain - for example `agent-governance/facts/v1`
 * @public
 */
export function digestOf(domain: string, value: unknown): string {
  if (domain === '' || domain.includes('\0')) {
    throw new TypeError('A digest domain must be a text without NUL');
  }
  return sha256Hex(`${domain}\0${canonicalJson(value)}`);
}
