import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { AgentPublicKey } from './AgentPublicKey';

/**
 * The SHA-256 thumbprint of a public key (RFC 7638), base64url without padding: 43 characters.
 *
 * @remarks
 *
 * It depends on the key alone, not on its `kid` or the order of its members, so it is what a key is
 * recognised by.
 *
 * @public
 */
export function jwkThumbprint(key: AgentPublicKey): string {
  return base64url(sha256(utf8ToBytes(requiredMembers(key))));
}

/** The members RFC 7638 §3.2 and RFC 8037 §2 name, in lexicographic order and without whitespace. */
function requiredMembers(key: AgentPublicKey): string {
  switch (key.kty) {
    case 'EC':
      return JSON.stringify({ crv: key.crv, kty: key.kty, x: key.x, y: key.y });
    case 'OKP':
      return JSON.stringify({ crv: key.crv, kty: key.kty, x: key.x });
    default:
      return JSON.stringify({ e: key.e, kty: key.kty, n: key.n });
  }
}

const ALPHABET =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function base64url(bytes: Uint8Array): string {
  const bits = bytesToHex(bytes)
    .split('')
    .map(digit => parseInt(digit, 16).toString(2).padStart(4, '0'))
    .join('');
  return (bits.match(/.{1,6}/g) ?? [])
    .map(sextet => ALPHABET[parseInt(sextet.padEnd(6, '0'), 2)])
    .join('');
}
