import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, JWK } from 'jose';

/** The demo's agents, as `examples/acme/agents` names them. */
export const demoAgents = [
  'deploy-bot',
  'insight-bot',
  'runbook-bot',
  'triage-bot',
] as const;

/** Name of one of them. */
export type DemoAgent = (typeof demoAgents)[number];

const ALGORITHM = 'ES256';

function folderIn(dataDir: string) {
  return join(dataDir, 'agent-keys');
}

/**
 * Makes the keys that the demo's agents would make when they first start, where they would put them.
 *
 * Done before the portal starts, its catalog knows every agent's key from the first moment on.
 */
export async function makeAgentKeys(dataDir: string): Promise<void> {
  const folder = folderIn(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of demoAgents) {
    const pair = await generateKeyPair(ALGORITHM, { extractable: true });
    const publicJwk = await exportJWK(pair.publicKey);
    const kid = await calculateJwkThumbprint(publicJwk);
    const files = {
      private: await exportJWK(pair.privateKey),
      public: { ...publicJwk, kid, alg: ALGORITHM, use: 'sig' },
    };
    for (const [half, jwk] of Object.entries(files)) {
      await writeFile(
        join(folder, `${name}.${half}.json`),
        JSON.stringify(jwk),
        { mode: 0o600 },
      );
    }
  }
}

/**
 * The private key of one of the demo's agents, and how its public half is called.
 *
 * @throws Error when it has none on this portal
 */
export async function readAgentKey(
  dataDir: string,
  name: DemoAgent,
): Promise<{ key: JWK; kid: string }> {
  const file = join(folderIn(dataDir), `${name}.private.json`);
  const key: JWK = JSON.parse(await readFile(file, 'utf8'));
  const { kty, crv, x, y } = key;
  return { key, kid: await calculateJwkThumbprint({ kty, crv, x, y }) };
}
