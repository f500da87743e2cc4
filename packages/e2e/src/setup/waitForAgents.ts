import { setTimeout as sleep } from 'node:timers/promises';
import { asAgent, demoAgents } from '../agents';
import { SharedPortal } from './sharedPortal';

const PATIENCE_MS = 60_000;

/**
 * Waits until every demo agent can sign in.
 *
 * A backend is ready before its catalog has read everything; a story that begins in between would fail by chance.
 *
 * @throws Error with the last refusal when it takes too long
 */
export async function waitForAgents(portal: SharedPortal): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (const name of demoAgents) {
    for (;;) {
      try {
        await asAgent(portal, name);
        break;
      } catch (error) {
        if (Date.now() > deadline) {
          throw error;
        }
        await sleep(500);
      }
    }
  }
}
