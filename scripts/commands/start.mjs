import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataDir } from '../lib/paths.mjs';
import { Portal } from '../lib/portal/Portal.mjs';
import { buildApp } from '../lib/portal/buildApp.mjs';
import { serviceNames } from '../lib/portal/services.mjs';
import { portFrom, requireFreePorts } from '../lib/process/ports.mjs';
import { say } from '../lib/say.mjs';

/**
 * Runs the demo portal until Ctrl-C. Everything it learns is kept in `.data`,
 * so the next start goes on where this one ended.
 */
export async function run() {
  const port = portFrom('PORT', 7007);
  const demoWorldPort = portFrom('DEMO_WORLD_PORT', 7008);
  await requireFreePorts([
    { port, name: 'portal', variable: 'PORT' },
    { port: demoWorldPort, name: 'demo world', variable: 'DEMO_WORLD_PORT' },
  ]);
  await buildApp();

  const logDir = join(dataDir, 'logs');
  rmSync(logDir, { recursive: true, force: true });
  let portal;
  const outcome = new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => resolve({ code: 0, message: 'Stopping' }));
    }
    say('Starting the portal; what it logs goes to .data/logs');
    const fail = message => resolve({ code: 1, message });
    const options = {
      port,
      demoWorldPort,
      dataDir,
      logDir,
      useLocalConfig: true,
    };
    portal = new Portal(options, (_, message) => fail(message));
    portal.start(serviceNames).then(
      () => say(`The portal is ready: ${portal.url} (Ctrl-C stops it)`),
      error => fail(error.message),
    );
  });
  const { code, message } = await outcome;
  say(message);
  await portal.stop();
  return code;
}
