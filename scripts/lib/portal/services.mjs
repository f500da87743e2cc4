import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot, rootDir, typescriptLoader } from '../paths.mjs';

const endWithParent = fromRoot('scripts/lib/process/endWithParent.cjs');

/** How to run one of our packages from its TypeScript sources. */
function fromSources(name, entry, options) {
  const { args = [], cwd = rootDir, env, logDir } = options;
  return {
    name,
    program: process.execPath,
    args: [
      '--require',
      typescriptLoader,
      '--require',
      endWithParent,
      fromRoot(entry),
      ...args,
    ],
    cwd,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      // Compiled code of some thousand files is kept between two starts.
      NODE_COMPILE_CACHE: fromRoot('node_modules/.cache/compile'),
      ...env,
    },
    logFile: logDir && join(logDir, `${name}.log`),
  };
}

function databaseConfig({ dataDir, postgres }) {
  if (!postgres) {
    const directory = join(dataDir, 'databases');
    mkdirSync(directory, { recursive: true });
    return { client: 'better-sqlite3', connection: { directory } };
  }
  return {
    client: 'pg',
    prefix: postgres.prefix,
    connection: postgres.connectionString,
  };
}

/** What one portal sets beyond app-config.yaml; it wins over that file. */
function writePortalConfig(options) {
  const { dataDir, port, url, demoWorldUrl, config = [] } = options;
  const own = {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      cors: { origin: url },
      listen: { port },
      database: databaseConfig(options),
    },
    demoWorld: { baseUrl: demoWorldUrl },
  };
  mkdirSync(dataDir, { recursive: true });
  return [own, ...config].map((content, index) => {
    // JSON is YAML too.
    const file = join(dataDir, `app-config.portal-${index}.yaml`);
    writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
    return file;
  });
}

function backendDefinition(options) {
  const files = [
    fromRoot('app-config.yaml'),
    ...writePortalConfig(options),
    ...[fromRoot('app-config.local.yaml')].filter(
      file => options.useLocalConfig && existsSync(file),
    ),
  ];
  return {
    ...fromSources('backend', 'packages/backend/src/index.ts', {
      ...options,
      cwd: fromRoot('packages/backend'),
      args: files.flatMap(file => ['--config', file]),
      env: { PORT: String(options.port), DEMO_WORLD_URL: options.demoWorldUrl },
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
        DEMO_WORLD_DATA: join(options.dataDir, 'demo-world'),
      },
    }),
    readyUrl: `${options.demoWorldUrl}/health`,
  };
}

function demoAgentsDefinition(options) {
  return fromSources('demo-agents', 'packages/demo-agents/src/index.ts', {
    ...options,
    env: { PORTAL_URL: options.url, DEMO_WORLD_URL: options.demoWorldUrl },
  });
}

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
 *   (further configuration objects) and `useLocalConfig`
 */
export function defineService(name, options) {
  const { port, demoWorldPort } = options;
  return definitions[name]({
    url: `http://localhost:${port}`,
    demoWorldUrl: `http://localhost:${demoWorldPort}`,
    ...options,
  });
}
