import { join } from 'node:path';

/** Where a portal expects its demo agents to keep their keys. */
export function keysFolder(dataDir: string): string {
  return join(dataDir, 'agent-keys');
}
