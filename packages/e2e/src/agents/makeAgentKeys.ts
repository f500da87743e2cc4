import { connectFleet } from 'demo-agents/fleet';
import { keysFolder } from './keysFolder';

/**
 * Has every agent of the demo make its key.
 *
 * Done before the portal starts, its catalog knows every agent's key from the first moment on.
 */
export async function makeAgentKeys(dataDir: string): Promise<void> {
  await connectFleet({ portalUrl: '', keys: keysFolder(dataDir) });
}
