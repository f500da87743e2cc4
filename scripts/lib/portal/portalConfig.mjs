import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from '../paths.mjs';

/** Where the demo agents leave the public halves of their keys. */
export function agentKeysDir(dataDir) {
  return join(dataDir, 'agent-keys');
}

function databaseConfig({ dataDir, postgres }) {
  if (!postgres) {
    const directory = join(dataDir, 'databases');
    mkdirSync(directory, { recursive: true });
    return { client: 'better-sqlite3', connection: { directory } };
  }
  const { hostname, port, username, password } = new URL(
    postgres.connectionString,
  );
  return {
    client: 'pg',
    prefix: postgres.prefix,
    connection: {
      host: hostname,
      port: Number(port),
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
    },
  };
}

function ownConfig(options) {
  const { dataDir, port, url, demoWorldUrl } = options;
  return {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      cors: { origin: url },
      listen: { port },
      database: databaseConfig(options),
    },
    demo: { agents: { keys: agentKeysDir(dataDir) } },
    demoWorld: { baseUrl: demoWorldUrl },
    agentGovernance: {
      mcp: { servers: { carrier: { url: `${demoWorldUrl}/mcp` } } },
    },
  };
}

/**
 * The configuration files of one portal, in the order they are read: those of
 * the repository, what is particular to this portal, what the caller adds, and
 * at last the developer's own file where it is wanted.
 */
export function writePortalConfig(options) {
  const { dataDir, config = [], useLocalConfig } = options;
  mkdirSync(dataDir, { recursive: true });
  const written = [ownConfig(options), ...config].map((content, index) => {
    // JSON is YAML too.
    const file = join(dataDir, `app-config.portal-${index}.yaml`);
    writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
    return file;
  });
  const local = fromRoot('app-config.local.yaml');
  return [
    fromRoot('app-config.yaml'),
    fromRoot('app-config.demo.yaml'),
    ...written,
    ...(useLocalConfig && existsSync(local) ? [local] : []),
  ];
}
