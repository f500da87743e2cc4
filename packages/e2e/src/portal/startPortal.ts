import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from './findFreePort';
import { PortalProcess } from './PortalProcess';
import { Portal, PortalOptions } from './types';

/**
 * Starts a portal from the sources, with the pages as they were last built, and waits until it is ready.
 *
 * @remarks
 *
 * Everything not given is fresh: ports, data folder, databases. To see what a crash does, `kill` a service and
 * `start` it again, or start another portal on the same `dataDir`.
 */
export async function startPortal(
  options: PortalOptions = {},
): Promise<Portal> {
  const { services = ['demo-world', 'backend'], postgres } = options;
  const dataDir =
    options.dataDir ?? (await mkdtemp(join(tmpdir(), 'agentgov-portal-')));
  const port = options.port ?? (await findFreePort());
  const demoWorldPort = options.demoWorldPort ?? (await findFreePort());
  const process = new PortalProcess({
    port,
    demoWorldPort,
    dataDir,
    logDir: options.logDir ?? join(dataDir, 'logs'),
    config: options.config,
    faults: options.faults,
    postgres: postgres && {
      prefix: `portal_${randomBytes(4).toString('hex')}_`,
      ...postgres,
    },
  });
  const stop = async () => {
    await process.stop();
    if (!options.dataDir) {
      await rm(dataDir, { recursive: true, force: true });
    }
  };
  try {
    await process.call('start', services);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `http://localhost:${port}`,
    demoWorldUrl: `http://localhost:${demoWorldPort}`,
    dataDir,
    kill: service => process.call('kill', service),
    start: (...names) => process.call('start', names),
    stop,
  };
}
