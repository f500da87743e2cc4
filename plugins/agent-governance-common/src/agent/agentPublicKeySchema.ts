import { JsonObject } from '@backstage/types';

const COORDINATE = { type: 'string', pattern: '^[A-Za-z0-9_-]{43}$' };
const KID = { type: 'string', minLength: 1, maxLength: 256 };
const USE = { const: 'sig' };

/**
 * JSON Schema (draft 7) of a public key of an agent.
 *
 * @remarks
 *
 * Members not named here are refused, above all the private ones. `discriminator` lets a validator that knows
 * the keyword report only the branch that `kty` selects; for any other it is an annotation.
 *
 * @public
 */
export const agentPublicKeySchema: JsonObject = {
  type: 'object',
  required: ['kty'],
  discriminator: { propertyName: 'kty' },
  oneOf: [
    {
      description: 'An elliptic curve key on P-256, used with ES256',
      required: ['kty', 'crv', 'x', 'y'],
      additionalProperties: false,
      properties: {
        kty: { const: 'EC' },
        crv: { const: 'P-256' },
        x: COORDINATE,
        y: COORDINATE,
        kid: KID,
        alg: { const: 'ES256' },
        use: USE,
      },
    },
    {
      description: 'An Ed25519 key, used with EdDSA',
      required: ['kty', 'crv', 'x'],
      additionalProperties: false,
      properties: {
        kty: { const: 'OKP' },
        crv: { const: 'Ed25519' },
        x: COORDINATE,
        kid: KID,
        alg: { const: 'EdDSA' },
        use: USE,
      },
    },
    {
      description: 'An RSA key of at least 2048 bits, used with RS256',
      required: ['kty', 'n', 'e'],
      additionalProperties: false,
      properties: {
        kty: { const: 'RSA' },
        n: { type: 'string', pattern: '^[A-Za-z0-9_-]{342,1366}$' },
        e: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,12}$' },
        kid: KID,
        alg: { const: 'RS256' },
        use: USE,
      },
    },
  ],
};
