import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fromRoot, rootDir, typescriptLoader } from '../paths.mjs';
import { agentKeysDir, writePortalConfig } from './portalConfig.mjs';

const endWithParent = fromRoot('scripts/lib/process/endWithParent.cjs');
const endOnFailedStart = fromRoot('scripts/lib/process/endOnFailedStart.cjs');

/** How to run one of our packages from its TypeScript sources. */
function fromSources(name, entry, options) {
  const { args = [], preload = [], cwd = rootDir, env, logDir } = options;
  const required = [typescriptLoader, endWithParent, ...preload];
  return {
    name,
    program: process.execPath,
    args: [
      ...required.flatMap(file => ['--require', file]),
      fromRoot(entry),
      ...args,
    ],
    cwd,
    env: {
      ...process.env,
      // The demo lets a visitor be anybody, and refuses to do so in production.
      NODE_ENV: 'development',
      // Compiled code of some thousand files is kept between two starts.
      NODE_COMPILE_CACHE: fromRoot('node_modules/.cache/compile'),
      ...env,
    },
    logFile: logDir && join(logDir, `${name}.log`),
  };
}

function backendDefinition(options) {
  return {
    ...fromSources('backend', 'packages/backend/src/index.ts', {
      ...options,
      cwd: fromRoot('packages/backend'),
      preload: [endOnFailedStart],
      args: writePortalConfig(options).flatMap(file => ['--config', file]),
      env: {
        DEMO_WORLD_TOKEN: demoWorldToken,
        DEMO_WORLD_SECRET: demoWorldSecret,
      },
    }),
    readyUrl: `${options.url}/.backstage/health/v1/readiness`,
  };
}

function demoWorldDefinition(options) {
  return {
    ...fromSources('demo-world', 'packages/demo-world/src/index.ts', {
      ...options,
      env: {
        DEMO_WORLD_PORT: String(options.demoWorldPort),
        DEMO_WORLD_DATA: join(options.dataDir, 'demo-world.sqlite'),
        DEMO_WORLD_TOKEN: demoWorldToken,
        DEMO_WORLD_SECRET: demoWorldSecret,
        PORTAL_URL: options.url,
        // Stories cause trouble, and do not wait for the next round to hear of it.
        ...(options.faults
          ? { DEMO_WORLD_FAULTS: '1', DEMO_WORLD_MONITOR_SECONDS: '3' }
          : {}),
      },
    }),
    readyUrl: `${options.demoWorldUrl}/health`,
  };
}

function demoAgentsDefinition(options) {
  return fromSources('demo-agents', 'packages/demo-agents/src/index.ts', {
    ...options,
    env: {
      PORTAL_URL: options.url,
      DEMO_WORLD_URL: options.demoWorldUrl,
      DEMO_AGENTS_KEYS: agentKeysDir(options.dataDir),
    },
  });
}

/** The demo world shows this to the portal; good for as long as both run. */
const demoWorldToken = randomBytes(24).toString('hex');

/** What its monitoring signs its reports with. */
const demoWorldSecret = randomBytes(24).toString('hex');

const definitions = {
  'demo-world': demoWorldDefinition,
  backend: backendDefinition,
  'demo-agents': demoAgentsDefinition,
};

/** Every service a portal may consist of, in the order they are started. */
export const serviceNames = Object.keys(definitions);

/**
 * How to run one service of a portal.
 *
 * @param options - `port`, `demoWorldPort`, `dataDir`, and where wanted
 *   `logDir` (else output goes to the terminal), `postgres`
 *   (`{ connectionString, prefix }`, else SQLite files in `dataDir`), `config`
 *   (further configuration objects), `faults` (the demo world lets callers ask
 *   for failures) and `useLocalConfig`
 */
export function defineService(name, options) {
  const { port, demoWorldPort } = options;
  return definitions[name]({
    url: `http://localhost:${port}`,
    demoWorldUrl: `http://localhost:${demoWorldPort}`,
    ...options,
  });
}
