import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils';

const LEAF_PREFIX = Uint8Array.of(0x00);

/**
 * The hash of a ledger entry's bytes as a leaf of a Merkle tree (RFC 6962, section 2.1), in lower-case hex.
 *
 * The leading zero byte keeps leaves apart from inner nodes, so that no inner node can pass as an entry.
 *
 * @param bytes - the entry's canonical text, or its bytes in UTF-8
 * @public
 */
export function hashLeaf(bytes: string | Uint8Array): string {
  const leaf = typeof bytes === 'string' ? utf8ToBytes(bytes) : bytes;
  return bytesToHex(sha256(concatBytes(LEAF_PREFIX, leaf)));
}
