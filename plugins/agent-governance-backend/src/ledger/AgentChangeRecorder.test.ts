import { TestDatabases } from '@backstage/backend-test-utils';
import { AgentEntity } from '@agentgov/backstage-plugin-agent-governance-common';
import { Knex } from 'knex';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { AgentChangeRecorder } from './AgentChangeRecorder';

const KEY_A = { kty: 'OKP', crv: 'Ed25519', x: 'a'.repeat(43) } as const;
const KEY_B = { kty: 'OKP', crv: 'Ed25519', x: 'b'.repeat(43) } as const;

let etags = 0;
function agent(
  changes: {
    spec?: Partial<AgentEntity['spec']>;
    owner?: string;
    operates?: string[];
  } = {},
): AgentEntity {
  const { owner = 'group:default/platform', operates = [] } = changes;
  return {
    apiVersion: 'agent-governance.io/v1alpha1',
    kind: 'Agent',
    metadata: { name: 'deploy-bot', namespace: 'default', etag: `${etags++}` },
    spec: {
      type: 'deployer',
      lifecycle: 'production',
      owner,
      autonomy: 'autonomous',
      identity: { keys: [KEY_A] },
      ...changes.spec,
    },
    relations: [
      { type: 'ownedBy', targetRef: owner },
      ...operates.map(targetRef => ({ type: 'operates', targetRef })),
    ],
  };
}

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('AgentChangeRecorder, %s', id => {
  let knex: Knex;
  let ms: number;
  const create = () =>
    AgentChangeRecorder.create({ knex, now: () => new Date(ms) });

  beforeEach(async () => {
    knex = await migratedDatabase(databases, id);
    ms = Date.UTC(2026, 10, 20, 12);
  });

  const entries = async () =>
    (
      await knex('ledger_entry')
        .where({ stream: 'agent:agent:default/deploy-bot' })
        .orderBy('stream_index')
        .select('envelope')
    ).map(({ envelope }) => JSON.parse(envelope));

  it('records the first sight of an agent, and then nothing while it stays', async () => {
    expect(await create().record(agent())).toBe(true);
    expect(await create().record(agent())).toBe(false);
    const [entry, ...more] = await entries();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      type: 'agent.changed',
      body: {
        before: null,
        after: expect.stringMatching(/^[0-9a-f]{64}$/),
        changed: [
          'autonomy',
          'federated',
          'keys',
          'lifecycle',
          'operates',
          'owner',
        ],
      },
      payloads: [{ name: 'owner' }, { name: 'agent' }],
    });
  });

  it.each([
    ['owner', { owner: 'user:default/ann' }],
    ['operates', { operates: ['component:default/a'] }],
    ['autonomy', { spec: { autonomy: 'supervised' } }],
    ['lifecycle', { spec: { lifecycle: 'retired' } }],
    ['keys', { spec: { identity: { keys: [KEY_A, KEY_B] } } }],
    [
      'federated',
      {
        spec: {
          identity: {
            keys: [KEY_A],
            federated: [{ issuer: 'cluster', subject: 'bot' }],
          },
        },
      },
    ],
  ] as const)('records another %s', async (member, change) => {
    const recorder = create();
    await recorder.record(agent());
    expect(await recorder.record(agent(change as {}))).toBe(true);
    const [first, second] = await entries();
    expect(second.body).toEqual({
      before: first.body.after,
      after: expect.stringMatching(/^[0-9a-f]{64}$/),
      changed: [member],
    });
    expect(JSON.stringify(second)).not.toContain('ann');
    expect(await recorder.record(agent())).toBe(true);
    expect(await entries()).toHaveLength(3);
  });

  it('takes no notice of order, or of what does not matter', async () => {
    const recorder = create();
    const twoKeys = (
      keys: [typeof KEY_A | typeof KEY_B, typeof KEY_A | typeof KEY_B],
    ) =>
      agent({
        spec: { identity: { keys } },
        operates: ['component:default/a'],
      });
    await recorder.record(twoKeys([KEY_A, KEY_B]));
    expect(await recorder.record(twoKeys([KEY_B, KEY_A]))).toBe(false);
    expect(
      await recorder.record({
        ...twoKeys([KEY_A, KEY_B]),
        spec: { ...twoKeys([KEY_A, KEY_B]).spec, model: 'another' },
      }),
    ).toBe(false);
  });

  it('costs nothing while it was just seen, and one read afterwards', async () => {
    const recorder = create();
    const same = agent();
    await recorder.record(same);
    const queries: string[] = [];
    knex.on('query', ({ sql }) => queries.push(sql));
    await recorder.record(same);
    await recorder.record(agent());
    expect(queries).toEqual([]);
    ms += 5000;
    await recorder.record(same);
    expect(queries).toHaveLength(1);
    ms -= 60_000;
    await recorder.record(same);
    expect(queries).toHaveLength(2);
  });

  it('sees a change that came and went on another replica', async () => {
    const here = create();
    const there = create();
    const before = agent();
    await here.record(before);
    await there.record(agent({ owner: 'group:default/other' }));
    ms += 5000;
    expect(await here.record(before)).toBe(true);
    expect(await entries()).toHaveLength(3);
  });

  it('has one entry for one change, however many see it first', async () => {
    for (const seen of [agent(), agent({ owner: 'user:default/ann' })]) {
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, () => create().record(seen)),
      );
      expect(outcomes.filter(Boolean)).toHaveLength(1);
    }
    expect((await entries()).map(entry => entry.streamIndex)).toEqual([0, 1]);
  });

  it('invariant 8: what is not in the ledger was not seen', async () => {
    const recorder = create();
    await recorder.record(agent());
    await knex.schema.renameTable('ledger_payload', 'away');
    await expect(
      recorder.record(agent({ owner: 'user:default/ann' })),
    ).rejects.toThrow();
    await knex.schema.renameTable('away', 'ledger_payload');
    expect(await entries()).toHaveLength(1);
    expect(await recorder.record(agent({ owner: 'user:default/ann' }))).toBe(
      true,
    );
    expect(await entries()).toHaveLength(2);
  });
});
