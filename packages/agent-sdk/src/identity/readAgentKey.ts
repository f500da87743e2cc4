import { readFile } from 'node:fs/promises';
import { calculateJwkThumbprint, importJWK, JWK, KeyLike } from 'jose';

/** A private key as JWK, or the path of a file with one. @public */
export type AgentKey = string | { kty?: string; crv?: string; d?: string };

/** A key that can sign. */
export interface SigningKey {
  key: KeyLike | Uint8Array;
  alg: string;
  /** Thumbprint (RFC 7638): names the key whatever its owner called it. */
  kid: string;
}

/** @throws Error that says what is wrong with the key, and never shows any of it */
export async function readAgentKey(source: AgentKey): Promise<SigningKey> {
  const where = typeof source === 'string' ? `The key in ${source}` : 'The key';
  const jwk =
    typeof source === 'string'
      ? parseKey(await readFile(source, 'utf8'), where)
      : (source as JWK);
  if (typeof jwk.d !== 'string') {
    throw new Error(`${where} must be a private key as JWK`);
  }
  const alg = algorithmOf(jwk);
  if (!alg) {
    throw new Error(
      `${where} must be Ed25519, EC P-256 or RSA: the portal takes no other`,
    );
  }
  return {
    key: await importJWK(jwk, alg),
    alg,
    kid: await calculateJwkThumbprint(jwk),
  };
}

function parseKey(text: string, where: string): JWK {
  try {
    return Object(JSON.parse(text));
  } catch {
    // the parser would quote the text
    throw new Error(`${where} must be a private key as JWK, which is JSON`);
  }
}

function algorithmOf({ kty, crv }: JWK): string | undefined {
  switch (kty) {
    case 'OKP':
      return crv === 'Ed25519' ? 'EdDSA' : undefined;
    case 'EC':
      return crv === 'P-256' ? 'ES256' : undefined;
    case 'RSA':
      return 'RS256';
    default:
      return undefined;
  }
}
