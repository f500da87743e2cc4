import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAgentKeys } from '../agents';
import { withStoryPolicies } from '../policies';
import { startPortal } from '../portal';
import { findFreePort } from '../portal/findFreePort';
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

/**
 * People's MCP clients are known to this portal by their metadata documents. Then its own metadata has the addresses below
 * the portal, and agents sign in at an origin of their own.
 */
function withPeoplesClients(port: number) {
  return {
    auth: { clientIdMetadataDocuments: { enabled: true } },
    agentGovernance: {
      oauth: { issuer: `http://localhost:${port}`, listen: { port } },
    },
  };
}

/** Starts the one portal that all stories share; what it returns stops it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const logDir = join(process.cwd(), LOG_DIR);
  await rm(logDir, { recursive: true, force: true });
  const dataDir = await mkdtemp(join(tmpdir(), 'agentgov-stories-'));
  await makeAgentKeys(dataDir);
  const agentsPort = await findFreePort();
  const portal = await startPortal({
    dataDir,
    logDir,
    faults: true,
    postgres: readDatabase(process.env),
    config: [
      HURRIED,
      withPeoplesClients(agentsPort),
      await withStoryPolicies(dataDir),
    ],
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
  publishSharedPortal({
    ...portal,
    agentIssuer: `http://localhost:${agentsPort}`,
  });
  return tearDown;
}
