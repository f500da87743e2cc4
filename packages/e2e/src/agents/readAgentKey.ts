import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JWK } from 'jose';
import { SharedPortal } from '../setup/sharedPortal';

/**
 * The private key of one of the demo's agents, where it keeps it.
 *
 * @throws Error when the agent has never started on this portal
 */
export async function readAgentKey(
  portal: SharedPortal,
  ref: string,
): Promise<JWK> {
  const name = ref.slice(ref.indexOf('/') + 1);
  const file = join(portal.dataDir, 'agent-keys', `${name}.private.json`);
  return JSON.parse(await readFile(file, 'utf8'));
}
