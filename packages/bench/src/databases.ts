import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PortalDatabase } from './portal/portalConfig';

/** A database to measure on. */
export interface NamedDatabase {
  name: string;
  title: string;
  database: PortalDatabase;
}

/**
 * @param options - `scratch`: where files may be; `label`: of the portal that uses it, where there are several
 * @throws Error for a name that is none, and for PostgreSQL where no server was started
 */
export function databaseOf(
  name: string,
  options: { scratch: string; label?: string },
): NamedDatabase {
  const { scratch, label } = options;
  switch (name) {
    case 'sqlite': {
      const directory = join(scratch, 'databases', label ?? 'portal');
      mkdirSync(directory, { recursive: true });
      return {
        name,
        title: 'SQLite, in a file',
        database: { client: 'better-sqlite3', connection: { directory } },
      };
    }
    case 'postgres': {
      const connection = process.env.BENCH_POSTGRES_CONNECTION_STRING;
      if (!connection) {
        throw new Error(
          'BENCH_POSTGRES_CONNECTION_STRING names no server; `npm run bench` starts one',
        );
      }
      const { hostname, port, username, password } = new URL(connection);
      return {
        name,
        title: 'PostgreSQL, on the same machine',
        database: {
          client: 'pg',
          prefix: label ? `bench_${label.replace(/-/g, '_')}_` : 'bench_',
          connection: {
            host: hostname,
            port: Number(port),
            user: decodeURIComponent(username),
            password: decodeURIComponent(password),
          },
        },
      };
    }
    default:
      throw new Error(`Unknown database '${name}': sqlite or postgres`);
  }
}
