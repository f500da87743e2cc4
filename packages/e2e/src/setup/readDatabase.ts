import { PortalOptions } from '../portal';

/**
 * The database that stories are played on: SQLite, unless `E2E_DATABASE=pg`.
 *
 * @throws Error when it is PostgreSQL and no server is named
 */
export function readDatabase(
  env: NodeJS.ProcessEnv,
): PortalOptions['postgres'] {
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
