import { AgentEntity } from './AgentEntity';
import { AgentKeyAlgorithm, AgentPublicKey } from './AgentPublicKey';
import { MAX_AGENT_KEYS } from './constants';
import { jwkThumbprint } from './jwkThumbprint';

/** A key of an agent that may be used to recognise it. @public */
export type AgentKey = {
  /** What identifies the key, see `jwkThumbprint`. */
  thumbprint: string;
  /** The name its owner gave it. */
  kid?: string;
  /** The only signature algorithm that may be accepted with it. */
  algorithm: AgentKeyAlgorithm;
  /** The public members that make up the key, and nothing else. */
  jwk: AgentPublicKey;
};

const BASE64URL = /^[A-Za-z0-9_-]+$/;
const COORDINATE = /^[A-Za-z0-9_-]{43}$/;
const MIN_RSA_MODULUS_LENGTH = 342;

/**
 * The keys of an agent that may be used.
 *
 * @remarks
 *
 * The catalog refuses unusable keys when it ingests an agent, but a portal may lack that validation, so nothing
 * is assumed here: a key of a type, curve or size that is not supported, or that carries private members, is
 * left out; with more keys than allowed none is used.
 *
 * @public
 */
export function readAgentKeys(entity: AgentEntity): AgentKey[] {
  const keys: unknown = entity.spec.identity?.keys;
  if (!Array.isArray(keys) || keys.length > MAX_AGENT_KEYS) {
    return [];
  }
  return keys.flatMap((candidate: unknown) => {
    const key = readKey(candidate);
    return key ? [key] : [];
  });
}

function readKey(candidate: unknown): AgentKey | undefined {
  if (typeof candidate !== 'object' || candidate === null) {
    return undefined;
  }
  const members = candidate as Record<string, unknown>;
  const parsed = readPublicMembers(members);
  const isPublic = !('d' in members) && !('k' in members);
  const isForThis =
    members.alg === undefined || members.alg === parsed?.algorithm;
  if (!parsed || !isPublic || !isForThis) {
    return undefined;
  }
  return {
    ...parsed,
    thumbprint: jwkThumbprint(parsed.jwk),
    ...(typeof members.kid === 'string' ? { kid: members.kid } : {}),
  };
}

function readPublicMembers(
  members: Record<string, unknown>,
): Pick<AgentKey, 'algorithm' | 'jwk'> | undefined {
  const { kty, crv, x, y, n, e } = members;
  if (kty === 'EC' && crv === 'P-256' && isText(x, COORDINATE)) {
    return isText(y, COORDINATE)
      ? { algorithm: 'ES256', jwk: { kty, crv, x, y } }
      : undefined;
  }
  if (kty === 'OKP' && crv === 'Ed25519' && isText(x, COORDINATE)) {
    return { algorithm: 'EdDSA', jwk: { kty, crv, x } };
  }
  if (kty === 'RSA' && isText(n, BASE64URL) && isText(e, BASE64URL)) {
    return n.length >= MIN_RSA_MODULUS_LENGTH
      ? { algorithm: 'RS256', jwk: { kty, n, e } }
      : undefined;
  }
  return undefined;
}

function isText(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}
