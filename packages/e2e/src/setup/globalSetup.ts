import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAgentKeys } from '../agents';
import { PortalOptions, startPortal } from '../portal';
import { publishSharedPortal } from './sharedPortal';
import { waitForAgents } from './waitForAgents';

/** Kept after the run, beside what Playwright keeps of failed stories. */
const LOG_DIR = join('test-results', 'portal');

/** SQLite unless `E2E_DATABASE=pg`, which needs a server to be named. */
function readDatabase(env: NodeJS.ProcessEnv): PortalOptions['postgres'] {
  const { E2E_DATABASE: database = 'sqlite' } = env;
  if (database === 'sqlite') {
    return undefined;
  }
  const { E2E_POSTGRES_CONNECTION_STRING: connectionString } = env;
  if (database !== 'pg' || !connectionString) {
    throw new Error(
      'E2E_DATABASE must be sqlite, or pg together with E2E_POSTGRES_CONNECTION_STRING (npm test sets both)',
    );
  }
  return { connectionString };
}

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
  });
  const tearDown = async () => {
    await portal.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await waitForAgents(portal);
  } catch (error) {
    await tearDown();
    throw error;
  }
  publishSharedPortal(portal);
  return tearDown;
}
