import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAgentKeys } from '../agents';
import { withStoryPolicies } from '../policies';
import { startPortal } from '../portal';
import { readDatabase } from './readDatabase';
import { publishSharedPortal } from './sharedPortal';
import { waitForAcme } from './waitForAcme';

/** Kept after the run, beside what Playwright keeps of failed stories. */
const LOG_DIR = join('test-results', 'portal');

/** How long the portal of the stories believes what the demo world's monitoring said. */
const BELIEVED = { seconds: 30 };

/**
 * Looks for work more often than a portal needs to, and believes monitoring for less long: stories spend their time
 * waiting for it.
 */
const HURRIED = {
  agentGovernance: {
    execution: { poll: { milliseconds: 200 } },
    mcp: { servers: { carrier: { refresh: { seconds: 1 } } } },
    conditions: {
      sources: [
        {
          id: 'acme-monitoring',
          title: 'Acme monitoring',
          type: 'generic',
          kind: 'health',
          secrets: ['${DEMO_WORLD_SECRET}'],
          ttl: BELIEVED,
        },
        {
          id: 'acme-incidents',
          title: 'Acme on-call',
          type: 'generic',
          kind: 'incident',
          secrets: ['${DEMO_WORLD_SECRET}'],
          ttl: BELIEVED,
        },
      ],
    },
  },
};

/** Starts the one portal that all stories share; what it returns stops it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const logDir = join(process.cwd(), LOG_DIR);
  await rm(logDir, { recursive: true, force: true });
  const dataDir = await mkdtemp(join(tmpdir(), 'agentgov-stories-'));
  await makeAgentKeys(dataDir);
  const portal = await startPortal({
    dataDir,
    logDir,
    faults: true,
    postgres: readDatabase(process.env),
    config: [HURRIED, await withStoryPolicies(dataDir)],
  });
  const tearDown = async () => {
    await portal.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await waitForAcme(portal);
  } catch (error) {
    await tearDown();
    throw error;
  }
  publishSharedPortal(portal);
  return tearDown;
}
