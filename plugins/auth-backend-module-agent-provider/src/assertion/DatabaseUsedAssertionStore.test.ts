import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { openDatabase } from '../openDatabase';
import { DatabaseUsedAssertionStore } from './DatabaseUsedAssertionStore';

const LATER = new Date('2030-01-01T00:00:00Z');
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())(
  'DatabaseUsedAssertionStore, %p',
  databaseId => {
    async function setUp() {
      const knex = await databases.init(databaseId);
      const database = mockServices.database({ knex });
      const db = await openDatabase({ database });
      const store = DatabaseUsedAssertionStore.create({ db });
      return { knex, db, store };
    }
    const assertion = (issuer: string, jti: string, expiresAt = LATER) => ({
      agentRef: 'agent:a/b',
      issuer,
      jti,
      expiresAt,
    });

    it('invariant 12: of many uses at once exactly one is the first', async () => {
      const { store, db } = await setUp();
      const replica = DatabaseUsedAssertionStore.create({ db });
      const uses = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          [store, replica][index % 2].markUsed(assertion('agent:a/b', 'x')),
        ),
      );
      expect(uses.filter(isFirst => isFirst)).toHaveLength(1);
    });

    it('keeps issuers and ids apart, whatever the ids contain', async () => {
      const { store } = await setUp();
      for (const [agentRef, jti] of [
        ['agent:a/b', 'x'],
        ['agent:a/bx', ''],
        ['https://cluster.example.com', 'x'],
        ['agent:a/c', 'x'],
        ['agent:a/b', '\u0000'],
        ['agent:a/b', '💥'.repeat(128)],
      ]) {
        await expect(store.markUsed(assertion(agentRef, jti))).resolves.toBe(
          true,
        );
      }
    });

    it('forgets what has expired, and only that', async () => {
      const { store } = await setUp();
      const soon = new Date('2029-01-01T00:00:00Z');
      await store.markUsed(assertion('agent:a/b', 'soon', soon));
      await store.markUsed(assertion('agent:a/b', 'later'));
      await store.forgetExpired({ before: new Date('2029-06-01T00:00:00Z') });
      await expect(
        store.markUsed(assertion('agent:a/b', 'soon')),
      ).resolves.toBe(true);
      await expect(
        store.markUsed(assertion('agent:a/b', 'later')),
      ).resolves.toBe(false);
    });

    it('shares the database with the migrations of the auth plugin, and migrates down and up', async () => {
      const { knex, store } = await setUp();
      await store.markUsed(assertion('agent:a/b', 'x'));
      await expect(knex.schema.hasTable('knex_migrations')).resolves.toBe(
        false,
      );
      const migrations = {
        directory: `${__dirname}/../../migrations`,
        tableName: 'knex_migrations_agent_provider',
      };
      await knex.migrate.rollback(migrations);
      await expect(knex.schema.hasTable('agent_assertion_jti')).resolves.toBe(
        false,
      );
      await knex.migrate.latest(migrations);
      await expect(store.markUsed(assertion('agent:a/b', 'x'))).resolves.toBe(
        true,
      );
    });

    it('reports a database that fails as a failure, not as a replay', async () => {
      const { knex, store } = await setUp();
      await knex.schema.dropTable('agent_assertion_jti');
      await expect(
        store.markUsed(assertion('agent:a/b', 'x')),
      ).rejects.toThrow();
    });
  },
);
