import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { AgentProof } from '@agentgov/backstage-plugin-agent-governance-node';
import { openDatabase } from '../openDatabase';
import { DatabaseSignInStore } from './DatabaseSignInStore';

const KEY: AgentProof = { keyThumbprint: 'abc' };
const CLUSTER: AgentProof = {
  federated: {
    issuerId: 'cluster',
    issuer: 'https://cluster.example.com',
    subject: 'system:serviceaccount:agents:bot',
  },
};
const at = (seconds: number) =>
  new Date(Date.parse('2030-01-01T00:00:00Z') + seconds * 1000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())(
  'DatabaseSignInStore, %p',
  databaseId => {
    async function setUp() {
      const knex = await databases.init(databaseId);
      const database = mockServices.database({ knex });
      const db = await openDatabase({ database });
      const store = DatabaseSignInStore.create({ db });
      const record = (seconds: number, proof = KEY, agentRef = 'agent:a/b') =>
        store.record({
          agentRef,
          proof,
          at: at(seconds),
          tokenExpiresAt: at(seconds + 3600),
          everyMs: 60_000,
        });
      return { store, record };
    }

    it('keeps keys, identities and agents apart, what was used last first', async () => {
      const { store, record } = await setUp();
      await record(0);
      await record(1, CLUSTER);
      await record(2, { keyThumbprint: 'other' }, 'agent:a/c');
      await expect(store.list('agent:a/b')).resolves.toEqual([
        {
          proof: CLUSTER,
          firstAt: at(1),
          lastAt: at(1),
          tokenExpiresAt: at(3601),
        },
        { proof: KEY, firstAt: at(0), lastAt: at(0), tokenExpiresAt: at(3600) },
      ]);
      await expect(store.list('agent:a/d')).resolves.toEqual([]);
    });

    it('writes a use down once a minute at most', async () => {
      const { store, record } = await setUp();
      await record(0);
      await record(59);
      await expect(store.list('agent:a/b')).resolves.toMatchObject([
        { firstAt: at(0), lastAt: at(0), tokenExpiresAt: at(3600) },
      ]);
      await record(60);
      await record(61);
      await expect(store.list('agent:a/b')).resolves.toMatchObject([
        { firstAt: at(0), lastAt: at(60), tokenExpiresAt: at(3660) },
      ]);
    });

    it('never lets the last use go back, whichever replica comes last', async () => {
      const { store, record } = await setUp();
      await Promise.all([record(120), record(0), record(120)]);
      await record(0);
      await expect(store.list('agent:a/b')).resolves.toMatchObject([
        { lastAt: at(120) },
      ]);
    });
  },
);
