import { readFile } from 'node:fs/promises';
import { FederatedIssuer } from '@agentgov/backstage-plugin-agent-governance-node';
import { JSONWebKeySet, JWK } from 'jose';
import { fetchJson } from './fetchJson';

const MAX_KEYS = 100;
/** Of public keys; a symmetric one is never anybody's. */
const KEY_TYPES = ['RSA', 'EC', 'OKP'];

/**
 * Fetches the public keys of an issuer, from where they are configured to be or where its discovery document says
 * (OpenID Connect Discovery 1.0 §4).
 *
 * @throws Error saying what was wrong, in words for a log
 */
export async function fetchIssuerKeys(
  issuer: FederatedIssuer,
): Promise<JSONWebKeySet> {
  const { allowPrivateAddresses, caFile, timeoutMs } = issuer;
  const ca = caFile === undefined ? undefined : await readFile(caFile, 'utf8');
  const get = (url: URL) =>
    fetchJson(url, { allowPrivateAddresses, ca, timeoutMs });

  const url = issuer.jwksUrl ?? (await discover(issuer, get));
  return readKeys(await get(new URL(url)), url);
}

async function discover(
  { issuer, allowPrivateAddresses }: FederatedIssuer,
  get: (url: URL) => Promise<unknown>,
): Promise<string> {
  const base = issuer.replace(/\/$/, '');
  const document = await get(
    new URL(`${base}/.well-known/openid-configuration`),
  );
  const { issuer: named, jwks_uri: url } = {
    ...(document as object | null),
  } as {
    issuer?: unknown;
    jwks_uri?: unknown;
  };
  if (named !== issuer) {
    throw new Error(
      `The discovery document of ${issuer} is that of ${JSON.stringify(named)}`,
    );
  }
  const protocols = allowPrivateAddresses ? ['https:', 'http:'] : ['https:'];
  if (
    typeof url !== 'string' ||
    !URL.canParse(url) ||
    !protocols.includes(new URL(url).protocol)
  ) {
    throw new Error(
      `The discovery document of ${issuer} names no usable jwks_uri`,
    );
  }
  return url;
}

function readKeys(document: unknown, url: string): JSONWebKeySet {
  const { keys } = { ...(document as object | null) } as { keys?: unknown };
  if (!Array.isArray(keys) || keys.length > MAX_KEYS) {
    throw new Error(`${url} is not a set of at most ${MAX_KEYS} keys`);
  }
  return { keys: keys.filter(isPublicKey) };
}

function isPublicKey(key: unknown): key is JWK {
  return (
    typeof key === 'object' &&
    key !== null &&
    KEY_TYPES.includes(String((key as JWK).kty))
  );
}
