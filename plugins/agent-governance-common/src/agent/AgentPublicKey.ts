/** An elliptic curve key on P-256; signs with ES256. @public */
export type AgentEcPublicKey = {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
  kid?: string;
  alg?: 'ES256';
  use?: 'sig';
};

/** An Ed25519 key; signs with EdDSA. @public */
export type AgentOkpPublicKey = {
  kty: 'OKP';
  crv: 'Ed25519';
  x: string;
  kid?: string;
  alg?: 'EdDSA';
  use?: 'sig';
};

/** An RSA key of at least 2048 bits; signs with RS256. @public */
export type AgentRsaPublicKey = {
  kty: 'RSA';
  n: string;
  e: string;
  kid?: string;
  alg?: 'RS256';
  use?: 'sig';
};

/**
 * A public JSON Web Key (RFC 7517) an agent proves itself with.
 *
 * @remarks
 *
 * `kid` is a name its owner may give it; what identifies a key is its thumbprint, see `jwkThumbprint`.
 *
 * @public
 */
export type AgentPublicKey =
  | AgentEcPublicKey
  | AgentOkpPublicKey
  | AgentRsaPublicKey;

/** The one signature algorithm each key type is used with. @public */
export type AgentKeyAlgorithm = 'ES256' | 'EdDSA' | 'RS256';
