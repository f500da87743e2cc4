import { generateKeyPairSync } from 'node:crypto';
import type { JWK } from 'jose';

const sorts = {
  ed25519: () => generateKeyPairSync('ed25519'),
  p256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  rsa: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
};

/** A new private key as JWK, of each sort the portal takes. */
export function newKey(sort: keyof typeof sorts = 'ed25519'): JWK {
  return sorts[sort]().privateKey.export({ format: 'jwk' }) as JWK;
}
