import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, JWK } from 'jose';

/** The key an agent proves itself with. */
export interface AgentKey {
  privateJwk: JWK;
  kid: string;
}

/**
 * The agent's own key, made the first time it is asked for and kept from then on.
 *
 * The private half never leaves the folder; the public half lies beside it, for the portal's catalog to find.
 */
export async function loadAgentKey(
  folder: string,
  name: string,
): Promise<AgentKey> {
  const privateFile = join(folder, `${name}.private.json`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const privateJwk = readKey(privateFile) ?? (await makeKey(privateFile));
  const { kty, crv, x, y } = privateJwk;
  const kid = await calculateJwkThumbprint({ kty, crv, x, y });
  const publicJwk = { kty, crv, x, y, kid, alg: 'ES256', use: 'sig' };
  publish(join(folder, `${name}.public.json`), publicJwk);
  return { privateJwk, kid };
}

function readKey(file: string): JWK | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

/** Two programs starting as the same agent end up with one key: the file is made by one of them only. */
async function makeKey(file: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  try {
    writeFileSync(file, JSON.stringify(jwk), { flag: 'wx', mode: 0o600 });
    return jwk;
  } catch (error) {
    const theirs = readKey(file);
    if (!theirs) {
      throw error;
    }
    return theirs;
  }
}

/** Never half written: the portal may be reading. */
function publish(file: string, content: object): void {
  const text = `${JSON.stringify(content, null, 2)}\n`;
  const draft = `${file}.${process.pid}.draft`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}
