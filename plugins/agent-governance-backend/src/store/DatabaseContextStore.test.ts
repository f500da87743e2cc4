import { TestDatabases } from '@backstage/backend-test-utils';
import {
  JsonValue,
  canonicalJson,
  sha256Hex,
} from '@agentgov/backstage-plugin-agent-governance-common';
import fc from 'fast-check';
import { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { ReportedFact, StoredSignOff } from './ContextStore';
import { DatabaseContextStore } from './DatabaseContextStore';
import { readEpoch } from './epoch';

const A = 'component:default/a';
const B = 'component:default/b';
const at = (seconds: number) =>
  new Date(Date.UTC(2026, 10, 20, 12) + seconds * 1000).toISOString();
const NOW = new Date(at(1_000_000));
const digest = (value: JsonValue) => sha256Hex(canonicalJson(value));

const said = (
  value: JsonValue,
  seconds: number,
  changes: Partial<ReportedFact> = {},
): ReportedFact => ({
  index: 0,
  entityRef: A,
  factType: 'template',
  value,
  digest: digest(value),
  observedAt: at(seconds),
  ...changes,
});

const signed = (value: JsonValue, person = 'ann'): StoredSignOff => ({
  id: uuidv7(),
  entityRef: A,
  factType: 'template',
  digest: digest(value),
  personRef: `user:default/${person}`,
  standing: 'group:default/support',
  comment: 'Looks right',
  signedOffAt: at(999_999),
});

function ignoreConflict(error: Error) {
  if (error.name !== 'ConflictError') {
    throw error;
  }
}

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('DatabaseContextStore, %s', id => {
  let knex: Knex;
  let store: DatabaseContextStore;

  beforeAll(async () => {
    knex = await migratedDatabase(databases, id);
    store = DatabaseContextStore.create({ knex });
  });

  beforeEach(async () => {
    for (const table of [
      'context_entity',
      'context_assertion',
      'context_current',
      'context_sign_off',
      'context_snapshot',
      'ledger_entry',
      'ledger_payload',
    ]) {
      await knex(table).delete();
    }
  });

  const report = (facts: ReportedFact[], source = 'templates') =>
    store.report({ source, subject: `external:${source}`, facts, now: NOW });

  const entries = async (entityRef = A) =>
    (
      await knex('ledger_entry')
        .where({ stream: `context:${entityRef}` })
        .orderBy('stream_index')
        .select('envelope')
    ).map(({ envelope }) => JSON.parse(envelope));

  const content = async () =>
    Promise.all(
      [
        'context_assertion',
        'context_current',
        'context_sign_off',
        'ledger_entry',
        'governance_epoch',
      ].map(table => knex(table).select().orderBy(1)),
    );

  it('keeps what a source says, with one entry for each entity', async () => {
    expect(
      await report([
        said({ file: 'x.md' }, 1, { sourceRevision: 'abc' }),
        said('PT4H', 2, { factType: 'runbook' }),
        said('v9', 3, { entityRef: B }),
      ]),
    ).toBe(3);
    const claims = await store.claims({ entityRef: A });
    expect(claims).toEqual([
      {
        assertionId: expect.any(String),
        factType: 'runbook',
        source: 'templates',
        value: 'PT4H',
        digest: digest('PT4H'),
        observedAt: at(2),
        acquiredAt: NOW.toISOString(),
      },
      {
        assertionId: expect.any(String),
        factType: 'template',
        source: 'templates',
        value: { file: 'x.md' },
        digest: digest({ file: 'x.md' }),
        sourceRevision: 'abc',
        observedAt: at(1),
        acquiredAt: NOW.toISOString(),
      },
    ]);
    expect(
      await store.claims({ entityRef: A, factTypes: ['template'] }),
    ).toEqual([claims[1]]);
    const [entry] = await entries(A);
    expect(entry).toMatchObject({
      type: 'context.reported',
      body: {
        source: 'templates',
        subject: 'external:templates',
        facts: [
          { factType: 'template', observedAt: at(1) },
          { factType: 'runbook', observedAt: at(2) },
        ],
      },
      payloads: [{ name: 'values' }],
    });
    expect(JSON.stringify(entry)).not.toContain('x.md');
    expect(await entries(B)).toHaveLength(1);
  });

  it('keeps every statement and shows the newest', async () => {
    await report([said('v1', 1)]);
    await report([said('v2', 2)]);
    expect(await store.claims({ entityRef: A })).toMatchObject([
      { value: 'v2', observedAt: at(2) },
    ]);
    expect(await knex('context_assertion').pluck('value')).toHaveLength(2);
  });

  it('accepts the same report again and records nothing', async () => {
    await report([said('v1', 1)]);
    await report([said('v2', 2)]);
    const before = await content();
    expect(await report([said('v2', 2)])).toBe(0);
    expect(await report([said('v1', 1)])).toBe(0);
    expect(await content()).toEqual(before);
  });

  it.each([
    ['older than the last', said('v3', 1)],
    ['of the same moment but saying otherwise', said('v3', 2)],
  ])('refuses a report that is %s, all of it', async (_, late) => {
    await report([said('v2', 2)]);
    const before = await content();
    await expect(
      report([
        said('new', 9, { entityRef: B, index: 0 }),
        { ...late, index: 1 },
      ]),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(
        new RegExp(`^facts\\[1\\]\\.observedAt: .*${at(2)}`),
      ),
    });
    expect(await content()).toEqual(before);
  });

  it('holds one source to its order, not to that of others', async () => {
    await report([said('v2', 9)], 'one');
    expect(await report([said('v1', 1)], 'other')).toBe(1);
    expect(
      (await store.claims({ entityRef: A })).map(({ source }) => source),
    ).toEqual(['one', 'other']);
  });

  it('ends the same, in whatever order reports come in', async () => {
    const reports = fc.uniqueArray(
      fc.record({
        source: fc.constantFrom('one', 'other'),
        value: fc.constantFrom('v1', 'v2', 'v3'),
        second: fc.nat(20),
      }),
      { selector: r => `${r.source} ${r.second}`, minLength: 1, maxLength: 6 },
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        reports.chain(list =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray(list, { minLength: list.length }),
          ),
        ),
        async orders => {
          run += 1;
          const outcomes = [];
          for (const [i, order] of orders.entries()) {
            const entityRef = `component:default/run-${run}-${i}`;
            for (const { source, value, second } of order) {
              await report([said(value, second, { entityRef })], source).catch(
                ignoreConflict,
              );
            }
            outcomes.push(
              (await store.claims({ entityRef })).map(
                ({ assertionId, ...rest }) => rest,
              ),
            );
          }
          expect(outcomes[1]).toEqual(outcomes[0]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('keeps the order when one source reports many times at once', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, i) => report([said(`v${i}`, i)])),
    );
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    refused.forEach(outcome =>
      expect((outcome as PromiseRejectedResult).reason.name).toBe(
        'ConflictError',
      ),
    );
    expect(await store.claims({ entityRef: A })).toMatchObject([
      { value: 'v9', observedAt: at(9) },
    ]);
    const written = await entries();
    expect(written).toHaveLength(10 - refused.length);
    expect(written.map(entry => entry.streamIndex)).toEqual([
      ...written.keys(),
    ]);
  });

  it('takes reports of different sources, and of the same word, at once', async () => {
    await Promise.all([
      ...Array.from({ length: 5 }, () => report([said('v1', 1)])),
      ...Array.from({ length: 5 }, (_, i) =>
        report([said('v1', 1, { entityRef: B }), said('v1', 1)], `source-${i}`),
      ),
    ]);
    expect(await store.claims({ entityRef: A })).toHaveLength(6);
    expect(await entries(A)).toHaveLength(6);
    expect(await entries(B)).toHaveLength(5);
  });

  it('takes five hundred statements about as many entities', async () => {
    const facts = Array.from({ length: 500 }, (_, index) =>
      said('v1', 1, { index, entityRef: `component:default/e${index}` }),
    );
    expect(await report(facts)).toBe(500);
    expect(await knex('ledger_entry').pluck('id')).toHaveLength(500);
  });

  it('keeps sign-offs, the newest first, names only beside the entry', async () => {
    await report([said('v1', 1)]);
    const first = { ...signed('v1'), signedOffAt: at(5) };
    const second = { ...signed('v1', 'bo'), signedOffAt: at(6) };
    expect(await store.signOff(first)).toBe(true);
    expect(await store.signOff(second)).toBe(true);
    expect(await store.signOffs({ entityRef: A })).toEqual([second, first]);
    expect(
      await store.signOffs({ entityRef: A, factTypes: ['other'] }),
    ).toEqual([]);
    const entry = (await entries())[1];
    expect(entry).toMatchObject({
      type: 'context.signed-off',
      body: { signOffId: first.id, factType: 'template' },
      payloads: [{ name: 'signer' }, { name: 'value' }, { name: 'comment' }],
    });
    expect(JSON.stringify(entry)).not.toMatch(/ann|support|Looks/);
  });

  it('does not keep a sign-off of what no source says any more', async () => {
    await report([said('v2', 1)]);
    const before = await content();
    expect(await store.signOff(signed('v1'))).toBe(false);
    await report([said('v1', 1)], 'other');
    expect(await store.signOff(signed('v1'))).toBe(false);
    expect((await content())[2]).toEqual(before[2]);
  });

  it('ends sign-offs for good when another value is reported', async () => {
    await report([said('v1', 1)]);
    await store.signOff(signed('v1'));
    await report([said('v1', 2)]);
    expect(
      (await store.signOffs({ entityRef: A }))[0].lapsedAt,
    ).toBeUndefined();
    await report([said('v2', 3)]);
    await report([said('v1', 4)]);
    expect(await store.signOffs({ entityRef: A })).toMatchObject([
      { lapsedAt: NOW.toISOString() },
    ]);
  });

  it('takes two sign-offs at once, and none that races with another value', async () => {
    await report([said('v1', 1)]);
    await Promise.all([
      store.signOff(signed('v1', 'ann')),
      store.signOff(signed('v1', 'bo')),
    ]);
    expect(await store.signOffs({ entityRef: A })).toHaveLength(2);
    for (let round = 0; round < 5; round++) {
      await Promise.all([
        store.signOff(signed('v1', `p${round}`)),
        report([said('v2', 10 + 2 * round)]),
      ]);
      const open = (await store.signOffs({ entityRef: A })).filter(
        ({ lapsedAt }) => !lapsedAt,
      );
      expect(open).toEqual([]);
      await report([said('v1', 11 + 2 * round)]);
    }
    const written = await entries();
    expect(written.map(entry => entry.streamIndex)).toEqual([
      ...written.keys(),
    ]);
  });

  it('makes every claim that was decided before stale', async () => {
    const before = await readEpoch(knex);
    await report([said('v1', 1)]);
    await store.signOff(signed('v1'));
    expect(await readEpoch(knex)).toBe(before + 2);
  });

  it.each(['ledger_entry', 'ledger_payload', 'governance_epoch'])(
    'invariant 8: without %s nothing was said and nobody signed',
    async table => {
      await report([said('v1', 1)]);
      await store.signOff(signed('v1'));
      const before = await content();
      await knex.schema.renameTable(table, 'away');
      await expect(
        report([said('v2', 2), said('v2', 2, { entityRef: B })]),
      ).rejects.toThrow();
      await expect(store.signOff(signed('v1', 'bo'))).rejects.toThrow();
      await knex.schema.renameTable('away', table);
      expect(await content()).toEqual(before);
    },
  );

  it('keeps snapshots until long after they expired', async () => {
    const snapshot = (seconds: number) => ({
      id: uuidv7(),
      agentRef: 'agent:default/bot',
      entityRef: A,
      digest: digest('x'),
      content: '{}',
      takenAt: at(0),
      expiresAt: at(seconds),
    });
    const [gone, kept] = [snapshot(9), snapshot(10)];
    await store.saveSnapshot(gone);
    await store.saveSnapshot(kept);
    expect(await store.snapshot(gone.id)).toEqual(gone);
    const expiredBefore = new Date(at(10));
    expect(await store.deleteSnapshots({ expiredBefore })).toBe(1);
    expect(await store.snapshot(gone.id)).toBeUndefined();
    expect(await store.snapshot(kept.id)).toEqual(kept);
    await knex.batchInsert(
      'context_snapshot',
      Array.from({ length: 2500 }, () => ({
        id: uuidv7(),
        agent_ref: 'agent:default/bot',
        entity_ref: A,
        digest: digest('x'),
        content: '{}',
        taken_at: at(0),
        expires_at: at(1),
      })),
      100,
    );
    expect(await store.deleteSnapshots({ expiredBefore })).toBe(2500);
  });
});
