import { TestDatabaseId } from '@backstage/backend-test-utils';
import { TestPortalDatabase } from './TestPortal';

/** The database server a test database id stands for, as a whole portal is configured with it. */
export function portalDatabase(id: TestDatabaseId): TestPortalDatabase {
  if (id === 'SQLITE_3') {
    return { client: 'better-sqlite3', connection: ':memory:' };
  }
  const variable = `BACKSTAGE_TEST_DATABASE_${id.replace(
    '_',
    '',
  )}_CONNECTION_STRING`;
  const connection = process.env[variable];
  if (!connection) {
    throw new Error(`${variable} is not set`);
  }
  return { client: 'pg', connection };
}
