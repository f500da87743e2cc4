import {
  TestDatabaseId,
  TestDatabases,
  mockServices,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { canonicalJson } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  ENGINE_VERSION,
  PolicySet,
  RULES_VERSION,
  decide,
  readPolicies,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { sampleFacts } from '@agentgov/backstage-plugin-agent-governance-common/testUtils';
import { verifyLedger } from '@agentgov/backstage-plugin-agent-governance-common/ledger';
import { Knex } from 'knex';
import { buildCatalog } from '../__testUtils__/buildCatalog';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { DatabaseLedgerReader } from '../ledger/DatabaseLedgerReader';
import { DatabasePolicyStore } from '../store/DatabasePolicyStore';
import { readEpoch } from '../store/epoch';
import { changeGovernor } from './__testUtils__/changeGovernor';
import { policyEntity, TRUSTED } from './__testUtils__/policyEntity';
import { PolicyCatalog } from './PolicyCatalog';
import { PolicyIndexes } from './PolicyIndexes';
import { PolicyLoader } from './PolicyLoader';

const NOW = new Date('2026-11-20T12:00:00.000Z');
const REF = 'agentpolicy:default/freeze';

const world = buildCatalog({
  groups: { platform: undefined, payments: undefined },
  things: { 'component:api': { owner: 'group:default/payments' } },
});

const policySet: Omit<PolicySet, 'policies'> = {
  engineVersion: ENGINE_VERSION,
  rulesVersion: RULES_VERSION,
  portal: {
    execute: { result: 'ALLOW' },
    executeApproved: { result: 'ALLOW' },
  },
  requiredLevels: [],
  defaultCheckpoint: {
    from: 'target-owner',
    count: 1,
    decideWithin: 'PT4H',
    executeWithin: 'PT30M',
  },
};

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** A catalog whose policies change, and that can be down. */
function changingCatalog() {
  const state = { entities: [] as Entity[], isDown: false };
  const ask = () => {
    if (state.isDown) {
      throw new Error('connect ECONNREFUSED');
    }
    return catalogServiceMock({ entities: [...world, ...state.entities] });
  };
  const catalog = {
    async *streamEntities(
      ...args: Parameters<CatalogService['streamEntities']>
    ) {
      yield* ask().streamEntities(...args);
    },
    getEntitiesByRefs: async (
      ...args: Parameters<CatalogService['getEntitiesByRefs']>
    ) => ask().getEntitiesByRefs(...args),
  } as unknown as CatalogService;
  return { catalog, state };
}

describe.each(databases.eachSupportedId())('PolicyLoader, %s', id => {
  let knex: Knex;
  let store: DatabasePolicyStore;
  let state: ReturnType<typeof changingCatalog>['state'];
  let catalog: CatalogService;

  beforeEach(async () => {
    knex = await migratedDatabase(databases, id as TestDatabaseId);
    store = DatabasePolicyStore.create({ knex });
    ({ state, catalog } = changingCatalog());
  });

  const loader = (using: CatalogService = catalog) =>
    PolicyLoader.create({
      catalog: PolicyCatalog.create({
        auth: mockServices.auth(),
        catalog: using,
        deadlineMs: 1_000,
      }),
      store,
      census: { of: async () => [] },
      config: {
        policyAdmins: ['group:default/platform'],
        environments: [],
        trust: [{ originLocation: TRUSTED, kinds: ['AgentPolicy'] }],
      },
      governor: changeGovernor(knex, { now: () => NOW }),
      onChange: () => {},
      now: () => NOW,
    });
  const indexes = () =>
    PolicyIndexes.create({
      store,
      mustBeListed: true,
      logger: mockServices.logger.mock(),
      now: () => NOW,
    });
  const history = async (ref = REF) =>
    (
      await DatabaseLedgerReader.create({ knex }).entriesOf(`policy:${ref}`)
    ).map(({ envelope }) => envelope);
  const manifest = async () => (await indexes().current()).manifest;

  it('lets a policy decide, on record, and writes nothing while it stays as it is', async () => {
    state.entities = [policyEntity('freeze')];
    const before = await readEpoch(knex);
    expect(await loader().load()).toBe(1);
    const stored = await store.get(REF);
    expect(stored).toMatchObject({
      state: 'enforcing',
      standing: 'current',
      revision: 1,
    });
    expect(await history()).toEqual([
      expect.objectContaining({
        type: 'policy.changed',
        body: expect.objectContaining({
          before: null,
          after: stored?.textDigest,
          state: { before: null, after: 'enforcing' },
        }),
      }),
    ]);
    expect(await readEpoch(knex)).toBe(before + 1);
    expect((await manifest()).policies).toEqual([
      { ref: REF, digest: stored?.textDigest, standing: 'current' },
    ]);

    expect(await loader().load()).toBe(0);
    expect(await history()).toHaveLength(1);
    expect(await readEpoch(knex)).toBe(before + 1);
  });

  it('keeps every text by digest, whatever becomes of the policy', async () => {
    state.entities = [policyEntity('freeze')];
    await loader().load();
    const first = (await store.get(REF))?.textDigest;
    state.entities = [policyEntity('freeze', { mode: 'shadow' })];
    await loader().load();
    const second = (await store.get(REF))?.textDigest;
    expect(second).not.toBe(first);
    const [, change] = await history();
    expect(change.body).toMatchObject({
      before: first,
      after: second,
      changed: ['mode', 'state', 'text'],
      mode: { before: 'enforce', after: 'shadow' },
    });
    const texts = await store.texts([String(first), String(second)]);
    expect([...texts.keys()].sort()).toEqual([first, second].sort());
  });

  it('invariant 2: a broken text does not end what the last good one forbids', async () => {
    state.entities = [policyEntity('freeze')];
    await loader().load();
    const good = (await store.get(REF))?.textDigest;
    state.entities = [policyEntity('freeze', { rules: 'none' })];
    await loader().load();
    expect(await store.get(REF)).toMatchObject({
      state: 'broken',
      standing: 'last-good',
      textDigest: good,
      problems: [expect.objectContaining({ field: 'rules' })],
    });
    expect((await manifest()).policies).toEqual([
      { ref: REF, digest: good, standing: 'last-good' },
    ]);
  });

  it('invariant 2: a policy that is gone goes on forbidding until that is confirmed, and comes back by itself', async () => {
    state.entities = [policyEntity('freeze')];
    await loader().load();
    state.entities = [];
    await loader().load();
    expect((await manifest()).policies).toMatchObject([
      { ref: REF, standing: 'vanished' },
    ]);

    const { revision } = (await store.get(REF))!;
    const confirm = (at: number) =>
      store.confirm({
        ref: REF,
        revision: at,
        confirmedBy: 'user:default/rosa',
        standing: 'group:default/platform',
        comment: 'Replaced',
        now: NOW,
      });
    expect(await confirm(revision - 1)).toBeUndefined();
    expect(await confirm(revision)).toMatchObject({ state: 'vanished' });
    expect(await confirm(revision)).toBeUndefined();
    expect((await manifest()).policies).toEqual([]);
    expect((await history()).map(({ type }) => type)).toEqual([
      'policy.changed',
      'policy.changed',
      'policy.confirmed',
    ]);

    await loader().load();
    expect(await history()).toHaveLength(3);
    state.entities = [policyEntity('freeze')];
    await loader().load();
    expect((await manifest()).policies).toMatchObject([
      { ref: REF, standing: 'current' },
    ]);
    const verified = await verifyLedger(
      DatabaseLedgerReader.create({ knex }).stored({}),
    );
    expect(verified).toMatchObject({ ok: true, entries: 4 });
  });

  it('takes an orphan for gone, and a name taken over from elsewhere too', async () => {
    state.entities = [policyEntity('freeze'), policyEntity('other')];
    await loader().load();
    state.entities = [
      policyEntity(
        'freeze',
        {},
        { annotations: { 'backstage.io/orphan': 'true' } },
      ),
      policyEntity('other', { rules: [] }, { origin: 'url:https://evil/x' }),
    ];
    await loader().load();
    expect((await manifest()).policies).toMatchObject([
      { ref: REF, standing: 'vanished' },
      { ref: 'agentpolicy:default/other', standing: 'vanished' },
    ]);
    expect(await store.get('agentpolicy:default/other')).toMatchObject({
      originLocation: TRUSTED,
      because: expect.stringContaining('url:https://evil/x'),
    });
  });

  it('invariant 2: nobody knows what decides before the catalog was listed once; then what is stored does', async () => {
    state.entities = [policyEntity('freeze')];
    state.isDown = true;
    await expect(loader().load()).rejects.toThrow('completely');
    await expect(indexes().current()).rejects.toThrow('never listed');

    state.isDown = false;
    await loader().load();
    state.isDown = true;
    await expect(loader().load()).rejects.toThrow('completely');
    expect((await manifest()).policies).toMatchObject([
      { ref: REF, standing: 'current' },
    ]);
  });

  it('does not take for gone what a listing missed', async () => {
    state.entities = [policyEntity('freeze')];
    await loader().load();
    const missing = {
      async *streamEntities() {
        yield [];
      },
      getEntitiesByRefs: catalog.getEntitiesByRefs,
    } as unknown as CatalogService;
    expect(await loader(missing).load()).toBe(0);
    expect(await store.get(REF)).toMatchObject({ state: 'enforcing' });
  });

  it('fails a listing that breaks off in the middle, and one that takes too long', async () => {
    state.entities = [policyEntity('freeze'), policyEntity('other')];
    await loader().load();
    const brokenOff = {
      async *streamEntities() {
        yield [policyEntity('other')];
        throw new Error('socket hang up');
      },
      getEntitiesByRefs: async () => ({ items: [undefined] }),
    } as unknown as CatalogService;
    const silent = {
      async *streamEntities() {
        await new Promise(() => {});
      },
    } as unknown as CatalogService;
    await expect(loader(brokenOff).load()).rejects.toThrow('completely');
    await expect(loader(silent).load()).rejects.toThrow('completely');
    expect((await manifest()).policies).toHaveLength(2);
  });

  it('does not let who looked first undo what another replica saw later', async () => {
    state.entities = [policyEntity('freeze')];
    await loader().load();
    const between = [
      policyEntity('freeze', {
        rules: [{ name: 'always', effect: 'deny', because: 'No.' }],
      }),
    ];
    let looked = () => {};
    const hasLooked = new Promise<void>(resolve => {
      looked = resolve;
    });
    let goOn = () => {};
    const slow = {
      async *streamEntities() {
        looked();
        await new Promise<void>(resolve => {
          goOn = resolve;
        });
        yield between;
      },
    } as unknown as CatalogService;
    state.entities = [policyEntity('freeze', { mode: 'shadow' })];
    // what it read of the store is older than what the other one writes, and what it lists is too
    const first = loader(slow).load();
    await hasLooked;
    expect(await loader().load()).toBe(1);
    goOn();
    expect(await first).toBe(0);
    expect(await store.get(REF)).toMatchObject({ state: 'shadow' });
  });

  it('brings a change to every replica with the next decision, and no sooner than it is stored', async () => {
    state.entities = [policyEntity('freeze')];
    await loader().load();
    const replicas = [indexes(), indexes()];
    const before = await Promise.all(replicas.map(one => one.current()));
    expect(before[0]).toBe(await replicas[0].current());

    state.entities = [
      policyEntity('freeze', {
        rules: [{ name: 'always', effect: 'deny', because: 'No.' }],
      }),
    ];
    await loader().load();
    const after = await Promise.all(replicas.map(one => one.current()));
    expect(after[0].digest).toBe(after[1].digest);
    expect(after[0].digest).not.toBe(before[0].digest);
  });

  it('invariant 9: keeps with a set what it takes to decide with it again', async () => {
    state.entities = [
      policyEntity('freeze'),
      policyEntity('bad', { rules: 1 }),
    ];
    await loader().load();
    const index = await indexes().current();
    const texts = await store.texts([
      index.digest,
      ...index.manifest.policies.map(({ digest }) => digest),
    ]);
    expect(JSON.parse(String(texts.get(index.digest)))).toEqual(index.manifest);
    const again = readPolicies(
      JSON.parse(String(texts.get(index.digest))),
      digest => texts.get(digest),
    );
    expect(again.digest).toBe(index.digest);
    const set = { ...policySet, policies: { digest: index.digest } };
    const facts = sampleFacts();
    expect(canonicalJson(decide(set, facts, again))).toBe(
      canonicalJson(decide(set, facts, index)),
    );
    expect(index.manifest.held).toMatchObject([
      { ref: 'agentpolicy:default/bad' },
    ]);
  });

  it('holds the scope of a policy whose stored text cannot be read any more', async () => {
    state.entities = [policyEntity('freeze')];
    await loader().load();
    await knex('sealed_document').where({ kind: 'policy' }).delete();
    expect((await indexes().current()).manifest).toMatchObject({
      policies: [],
      held: [{ ref: REF, level: 'organization' }],
    });
  });

  it('writes nothing to the ledger for policies that count for nothing, however often they change', async () => {
    const elsewhere = { origin: 'url:https://elsewhere/x' };
    for (const because of ['One.', 'Two.']) {
      state.entities = [
        policyEntity(
          'theirs',
          { rules: [{ name: 'r', effect: 'deny', because }] },
          elsewhere,
        ),
        policyEntity('hers', { owner: 'user:default/ann', level: 'team' }),
      ];
      await loader().load();
    }
    expect(await history('agentpolicy:default/theirs')).toHaveLength(1);
    expect((await manifest()).policies).toEqual([]);
  });

  it('gives each turn to one replica, by the database’s clock', async () => {
    const turns = await Promise.all(
      [1, 2, 3].map(() => store.takeTurn({ everyMs: 60_000 })),
    );
    expect(turns.filter(Boolean)).toHaveLength(1);
    expect(await store.takeTurn({ everyMs: 60_000 })).toBe(false);
    expect(await store.takeTurn({ everyMs: 60_000, isUrgent: true })).toBe(
      true,
    );
    // somebody set the clock back: a turn that is too far away is none
    expect(await store.takeTurn({ everyMs: 1_000 })).toBe(true);
  });
});
