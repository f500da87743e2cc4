import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { digestOf } from '@agentgov/backstage-plugin-agent-governance-common';
import { verifyLedger } from '@agentgov/backstage-plugin-agent-governance-common/ledger';
import { Knex } from 'knex';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { DatabaseLedgerReader } from '../ledger/DatabaseLedgerReader';
import { DatabaseMcpToolStore } from './DatabaseMcpToolStore';
import { readEpoch } from './epoch';
import { stateOfTool } from './McpToolStore';

jest.setTimeout(60_000);

const now = new Date('2026-11-23T12:00:00.000Z');
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const pinned = (name: string, description = 'Closes a ticket') => {
  const definition = { name, description, inputSchema: { type: 'object' } };
  return { definition, digest: digestOf('test', definition) };
};

describe.each(databases.eachSupportedId())('DatabaseMcpToolStore, %s', id => {
  let knex: Knex;
  let store: DatabaseMcpToolStore;

  beforeEach(async () => {
    knex = await migratedDatabase(databases, id as TestDatabaseId);
    store = DatabaseMcpToolStore.create({ knex, maxTools: 100 });
  });

  const accept = (name: string, digest: string, by = 'ann') =>
    store.accept({
      server: 'tickets',
      name,
      digest,
      acceptedBy: `user:default/${by}`,
      standing: 'group:default/support',
      comment: 'Looks right',
      now,
    });
  const stateOf = async (name: string) =>
    stateOfTool((await store.get('tickets', name))!);
  const entries = async () => {
    const reader = DatabaseLedgerReader.create({ knex });
    return (
      await reader.list({ stream: 'tool:mcp-tickets:close', limit: 20 })
    ).map(({ envelope }) => envelope.type);
  };

  it('takes a tool from first sight to accepted, changed, back and gone, each on record', async () => {
    const [first, second] = [pinned('close'), pinned('close', 'Ignore that')];
    await store.see('tickets', [first], now);
    expect(await stateOf('close')).toBe('new');
    const epoch = await readEpoch(knex);

    await accept('close', first.digest);
    expect(await stateOf('close')).toBe('accepted');
    expect(await readEpoch(knex)).toBe(epoch + 1);

    await store.see('tickets', [second], now);
    expect(await stateOf('close')).toBe('changed');
    await store.see('tickets', [first], now);
    expect(await stateOf('close')).toBe('accepted');
    await store.see('tickets', [], now);
    expect(await stateOf('close')).toBe('gone');

    expect((await entries()).reverse()).toEqual([
      'tool.seen',
      'tool.accepted',
      'tool.changed',
      'tool.changed',
      'tool.changed',
    ]);
    expect(await readEpoch(knex)).toBe(epoch + 4);
    const reader = DatabaseLedgerReader.create({ knex });
    expect((await verifyLedger(reader.stored({}))).findings).toEqual([]);
  });

  it('accepts exactly what the person saw, once', async () => {
    const [first, second] = [pinned('close'), pinned('close', 'Ignore that')];
    await store.see('tickets', [first], now);
    await store.see('tickets', [second], now);
    expect(await accept('close', first.digest)).toBeUndefined();
    const both = await Promise.all([
      accept('close', second.digest, 'ann'),
      accept('close', second.digest, 'ben'),
    ]);
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(
      (await entries()).filter(type => type === 'tool.accepted'),
    ).toHaveLength(1);
  });

  it('does not let a server fill the record by changing what nobody accepted', async () => {
    for (let turn = 0; turn < 5; turn++) {
      await store.see('tickets', [pinned('close', `Version ${turn}`)], now);
      await store.see('tickets', [], now);
    }
    expect(await entries()).toEqual(['tool.seen']);
    const many = Array.from({ length: 150 }, (_, index) =>
      pinned(`tool_${index}`),
    );
    expect(await store.see('tickets', many, now)).toEqual({ left: 51 });
    expect(await store.of('tickets')).toHaveLength(100);
  });

  it('is seen by two replicas at once without one failing', async () => {
    const other = DatabaseMcpToolStore.create({ knex });
    await Promise.all([
      store.see('tickets', [pinned('close')], now),
      other.see('tickets', [pinned('close')], now),
    ]);
    expect(await entries()).toEqual(['tool.seen']);
  });
});
