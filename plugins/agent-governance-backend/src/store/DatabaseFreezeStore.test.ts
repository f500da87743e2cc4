import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';
import { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { FreezeTimes } from '../facts/freezes/FreezeTimes';
import { DatabaseFreezeStore } from './DatabaseFreezeStore';
import { readEpoch } from './epoch';
import { StoredFreeze } from './FreezeStore';

const T = (ms: number) => new Date(Date.UTC(2026, 10, 20, 12) + ms);
const HOUR = 3_600_000;

function freeze(changes: Partial<StoredFreeze> = {}): StoredFreeze {
  return {
    id: uuidv7(),
    scope: { entityRef: 'system:default/payments' },
    from: T(0).toISOString(),
    to: T(HOUR).toISOString(),
    reason: 'Release',
    owner: 'group:default/payments',
    createdBy: 'user:default/ann',
    revision: 1,
    createdAt: T(-HOUR).toISOString(),
    ...changes,
  };
}

type EndOptions = Parameters<DatabaseFreezeStore['end']>[0];

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('DatabaseFreezeStore, %s', id => {
  let knex: Knex;
  let store: DatabaseFreezeStore;

  beforeEach(async () => {
    knex = await migratedDatabase(databases, id as TestDatabaseId);
    store = DatabaseFreezeStore.create({ knex });
  });

  const entries = async (stream: string) =>
    (
      await knex('ledger_entry')
        .where({ stream })
        .orderBy('stream_index')
        .select('envelope')
    ).map(({ envelope }) => JSON.parse(envelope));

  const inReach = async (now: Date) =>
    (await store.inReach(now)).map(({ freeze: { id: found } }) => found);

  const end = (
    options: Pick<EndOptions, 'id' | 'revision' | 'endedBy' | 'now'> &
      Partial<EndOptions>,
  ) =>
    store.end({
      agreements: [{ person: options.endedBy, at: options.now.toISOString() }],
      required: 1,
      ...options,
    });

  it('keeps what it was given, names and reason only beside the entry', async () => {
    const given = freeze({ scope: { environments: ['production'] } });
    await store.create([given]);
    expect(await store.get(given.id)).toEqual(given);
    expect(await store.get(uuidv7())).toBeUndefined();

    const [entry] = await entries(`freeze:${given.id}`);
    expect(entry).toMatchObject({
      type: 'freeze.created',
      streamIndex: 0,
      previous: null,
      body: { scope: { environments: ['production'] }, from: given.from },
    });
    expect(JSON.stringify(entry)).not.toMatch(/Release|ann|group:/);
    const payloads = await knex('ledger_payload').orderBy('name');
    expect(payloads.map(({ name, bytes }) => [name, bytes])).toEqual([
      [
        'people',
        '{"createdBy":"user:default/ann","owner":"group:default/payments"}',
      ],
      ['reason', '"Release"'],
    ]);
  });

  it('is in force from its first millisecond until just before its end', async () => {
    const given = freeze();
    await store.create([given]);
    expect(await inReach(T(-1))).toEqual([]);
    expect(await inReach(T(0))).toEqual([given.id]);
    expect(await inReach(T(HOUR - 1))).toEqual([given.id]);
    expect(await inReach(T(HOUR))).toEqual([]);
  });

  it('is not in force any more once it was ended, at any time', async () => {
    const given = freeze();
    await store.create([given]);
    const ended = await end({
      id: given.id,
      revision: 1,
      endedBy: 'user:default/bo',
      comment: 'Done early',
      now: T(1000),
    });
    expect(ended).toEqual({
      ...given,
      endedAt: T(1000).toISOString(),
      endedBy: 'user:default/bo',
      revision: 2,
    });
    expect(await inReach(T(500))).toEqual([]);
    expect(await inReach(T(1000))).toEqual([]);
    expect(
      (await entries(`freeze:${given.id}`)).map(entry => entry.type),
    ).toEqual(['freeze.created', 'freeze.ended']);
  });

  it.each([
    ['another revision', { revision: 2 }, T(0)],
    ['an end that has come', { revision: 1 }, T(HOUR)],
  ])('does not end and records nothing with %s', async (_, change, now) => {
    const given = freeze();
    await store.create([given]);
    const epoch = await readEpoch(knex);
    expect(
      await end({
        id: given.id,
        endedBy: 'user:default/bo',
        now,
        ...change,
      }),
    ).toBeUndefined();
    expect(await store.get(given.id)).toEqual(given);
    expect(await entries(`freeze:${given.id}`)).toHaveLength(1);
    expect(await readEpoch(knex)).toBe(epoch);
  });

  it('is ended once, even by somebody who saw that it was', async () => {
    const given = freeze();
    await store.create([given]);
    const endAt = (revision: number) =>
      end({ id: given.id, revision, endedBy: 'x', now: T(revision) });
    const ended = await endAt(1);
    expect(await endAt(2)).toBeUndefined();
    expect(await store.get(given.id)).toEqual(ended);
  });

  it('can be called off before it begins', async () => {
    const given = freeze();
    await store.create([given]);
    const now = T(-1000);
    expect(
      await end({ id: given.id, revision: 1, endedBy: 'x', now }),
    ).toMatchObject({ revision: 2 });
    expect(await inReach(T(1000))).toEqual([]);
  });

  it('lets exactly one of many end it, with exactly one entry', async () => {
    const given = freeze();
    await store.create([given]);
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        end({
          id: given.id,
          revision: 1,
          endedBy: `user:default/p${i}`,
          now: T(1000),
        }),
      ),
    );
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect(await entries(`freeze:${given.id}`)).toHaveLength(2);
  });

  it('makes every claim that was decided before stale', async () => {
    const before = await readEpoch(knex);
    const given = freeze();
    await store.create([given]);
    expect(await readEpoch(knex)).toBe(before + 1);
    await end({ id: given.id, revision: 1, endedBy: 'x', now: T(0) });
    expect(await readEpoch(knex)).toBe(before + 2);
  });

  it.each(['ledger_entry', 'ledger_payload', 'governance_epoch'])(
    'invariant 8: without %s neither a freeze nor its end, nor an entry of it, is there',
    async table => {
      const kept = freeze();
      await store.create([kept]);
      const lost = freeze();
      await knex.schema.renameTable(table, 'away');
      await expect(store.create([lost])).rejects.toThrow();
      await expect(
        end({ id: kept.id, revision: 1, endedBy: 'x', now: T(0) }),
      ).rejects.toThrow();
      await knex.schema.renameTable('away', table);

      expect(await store.get(lost.id)).toBeUndefined();
      expect(await store.get(kept.id)).toEqual(kept);
      expect(await entries(`freeze:${lost.id}`)).toEqual([]);
      expect(await entries(`freeze:${kept.id}`)).toHaveLength(1);
    },
  );

  it('lists by state exactly as a freeze says of itself', async () => {
    const all = [
      freeze(),
      freeze({ from: T(-1).toISOString() }),
      freeze({ from: T(1).toISOString() }),
      freeze({ from: T(-HOUR).toISOString(), to: T(0).toISOString() }),
      freeze({ from: T(-HOUR).toISOString(), to: T(1).toISOString() }),
    ];
    for (const one of all) {
      await store.create([one]);
    }
    await end({ id: all[0].id, revision: 1, endedBy: 'x', now: T(-2) });
    const listed = await store.list({ now: T(0), limit: 100 });
    const times = FreezeTimes.create();
    const states: Array<Freeze['state']> = [
      'planned',
      'in-force',
      'over',
      'ended-early',
    ];
    for (const state of states) {
      const found = await store.list({ state: [state], now: T(0), limit: 100 });
      expect(found).toEqual(
        listed.filter(one => times.standing(one, T(0)).state === state),
      );
      expect(found.length).toBeGreaterThan(0);
    }
    expect(await store.list({ state: [], now: T(0), limit: 9 })).toEqual([]);
  });

  it('lists page after page what covers entities, the latest set first', async () => {
    const mine = freeze();
    const wide = freeze({ scope: { environments: ['staging'] } });
    const others = freeze({ scope: { entityRef: 'system:default/other' } });
    const narrow = freeze({
      scope: { entityRef: 'component:default/a', environments: ['production'] },
    });
    for (const one of [mine, wide, others, narrow]) {
      await store.create([one]);
    }
    const covering = ['component:default/a', 'system:default/payments'];
    const first = await store.list({ covering, now: T(0), limit: 2 });
    const second = await store.list({
      covering,
      now: T(0),
      limit: 2,
      after: first[1].id,
    });
    expect([...first, ...second]).toEqual([narrow, wide, mine]);
  });

  it('tells what lies in a window, half open at both ends', async () => {
    const soon = freeze({
      from: T(HOUR).toISOString(),
      to: T(2 * HOUR).toISOString(),
    });
    const later = freeze({
      from: T(HOUR + 1).toISOString(),
      to: T(3 * HOUR).toISOString(),
    });
    const over = freeze({ to: T(0).toISOString() });
    const ended = freeze({ from: T(1).toISOString() });
    await store.create([later, soon, over, ended]);
    const gone = await end({
      id: ended.id,
      revision: 1,
      endedBy: 'x',
      now: T(2),
    });
    const within = (to: Date, withEnded = false) =>
      store.between({
        covering: ['system:default/payments'],
        from: T(0),
        to,
        ended: withEnded,
        limit: 10,
      });
    expect(await within(T(HOUR))).toEqual([]);
    expect(await within(T(HOUR + 1))).toEqual([soon]);
    expect(await within(T(HOUR + 2))).toEqual([soon, later]);
    expect(await within(T(HOUR + 1), true)).toEqual([gone, soon]);
  });
});
