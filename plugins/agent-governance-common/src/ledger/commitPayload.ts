import { sha256 } from '@noble/hashes/sha2';
import {
  bytesToHex,
  concatBytes,
  hexToBytes,
  utf8ToBytes,
} from '@noble/hashes/utils';

const DOMAIN = utf8ToBytes('agentgov.payload.v1\0');
const SALT_BYTES = 32;

/**
 * A salted commitment to a payload, in lower-case hex.
 *
 * The salt is what makes erasure final: once it and the payload are gone, nobody can find the payload
 * again by guessing. It has a fixed length, so that no byte can move between salt and payload.
 *
 * @param saltHex - 32 bytes in hex, of this payload alone
 * @param bytes - the payload's canonical text, or its bytes in UTF-8
 * @public
 */
export function commitPayload(
  saltHex: string,
  bytes: string | Uint8Array,
): string {
  const salt = hexToBytes(saltHex);
  if (salt.length !== SALT_BYTES) {
    throw new TypeError(
      `A payload's salt must be ${SALT_BYTES} bytes, but is ${salt.length}`,
    );
  }
  const payload = typeof bytes === 'string' ? utf8ToBytes(bytes) : bytes;
  return bytesToHex(sha256(concatBytes(DOMAIN, salt, payload)));
}
