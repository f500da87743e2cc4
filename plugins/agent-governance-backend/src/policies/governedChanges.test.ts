import {
  TestDatabaseId,
  TestDatabases,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { verifyLedger } from '@agentgov/backstage-plugin-agent-governance-common/ledger';
import { Knex } from 'knex';
import { buildCatalog } from '../__testUtils__/buildCatalog';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { GovernanceConfig } from '../GovernanceConfig';
import { DatabaseLedgerReader } from '../ledger/DatabaseLedgerReader';
import { CatalogPeopleDirectory } from '../service/people/CatalogPeopleDirectory';
import { PolicyChangeDesk } from '../service/policies/PolicyChangeDesk';
import { DatabasePolicyChangeStore } from '../store/DatabasePolicyChangeStore';
import { DatabasePolicyStore } from '../store/DatabasePolicyStore';
import { readEpoch } from '../store/epoch';
import { changeGovernor } from './__testUtils__/changeGovernor';
import { policyEntity, TRUSTED } from './__testUtils__/policyEntity';
import { PolicyCatalog } from './PolicyCatalog';
import { PolicyIndexes } from './PolicyIndexes';
import { PolicyLoader } from './PolicyLoader';

const REF = 'agentpolicy:default/freeze';
const ALLOW = { name: 'routine', effect: 'allow' };
const DENY = { name: 'no', effect: 'deny', when: 'conditions.freeze.active' };
const QUORUM: GovernanceConfig['policyChanges'] = {
  quorum: {
    levels: ['organization'],
    from: ['group:default/platform'],
    count: 2,
  },
  adoptWithinMs: 0,
};

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** A portal as far as changes of policies go; its catalog, people and configuration change. */
function setUp(knex: Knex) {
  const state = {
    policies: [] as Entity[],
    people: {
      ana: ['platform'],
      bo: ['platform'],
      cy: ['platform'],
      dora: ['payments'],
    } as Record<string, string[]>,
    policyChanges: QUORUM,
    policyAdmins: ['group:default/platform'],
    now: new Date('2026-11-20T12:00:00.000Z'),
  };
  const ask = () =>
    catalogServiceMock({
      entities: [
        ...buildCatalog({
          people: state.people,
          groups: { platform: undefined, payments: undefined },
        }),
        ...state.policies,
      ],
    });
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
  const auth = mockServices.auth();
  const now = () => state.now;
  const store = DatabasePolicyStore.create({ knex });
  const changes = DatabasePolicyChangeStore.create({ knex });
  const people = CatalogPeopleDirectory.create({ auth, catalog });
  const desk = PolicyChangeDesk.create({ store, changes, people, now });
  const policy = async () => (await store.get(REF))!;
  const look = () =>
    PolicyLoader.create({
      catalog: PolicyCatalog.create({ auth, catalog, deadlineMs: 1_000 }),
      store,
      census: { of: async () => [] },
      governor: changeGovernor(knex, {
        now,
        policyChanges: state.policyChanges,
      }),
      config: {
        policyAdmins: state.policyAdmins,
        environments: [],
        trust: [{ originLocation: TRUSTED, kinds: ['AgentPolicy'] }],
      },
      onChange: () => {},
      now,
    }).load();
  const as = (name: string) => ({
    kind: 'person' as const,
    ref: `user:default/${name}`,
    credentials: mockCredentials.user(),
  });
  return {
    state,
    store,
    changes,
    policy,
    look,
    /** The catalog holds one policy with these rules, and it was looked at. */
    async hold(rules: object[], spec: object = {}) {
      state.policies = [policyEntity('freeze', { rules, ...spec } as never)];
      await look();
      return policy();
    },
    async vote(
      name: string,
      verdict: 'approve' | 'reject' = 'approve',
      changed: object = {},
    ) {
      const seen = await policy();
      const { revision, pending } = seen;
      await desk[verdict](
        seen,
        {
          revision,
          ...(pending?.from && { from: pending.from }),
          ...(pending?.to && { to: pending.to }),
          ...(verdict === 'reject' && { comment: 'Too wide.' }),
          ...changed,
        },
        as(name),
      );
    },
    view: async (name: string) => desk.view(await policy(), as(name)),
    deciding: async () =>
      (
        await PolicyIndexes.create({
          store,
          mustBeListed: true,
          logger: mockServices.logger.mock(),
          now,
        }).current()
      ).manifest.policies,
    ledger: async () => DatabaseLedgerReader.create({ knex }),
    async types() {
      const entries = await DatabaseLedgerReader.create({ knex }).entriesOf(
        `policy:${REF}`,
      );
      return entries.map(({ envelope }) => envelope.type);
    },
    outbox: async () =>
      (await knex('outbox').orderBy('id')).map(
        ({ message }) => JSON.parse(message) as { recipients: string[] },
      ),
    epoch: () => readEpoch(knex),
  };
}

describe.each(databases.eachSupportedId())('governed changes, %s', id => {
  let portal: ReturnType<typeof setUp>;

  beforeEach(async () => {
    portal = setUp(await migratedDatabase(databases, id as TestDatabaseId));
    // what is there before everything was listed once is taken as it comes
    await portal.hold([DENY, ALLOW]);
  });

  it('takes what is there first as it comes, on record as such', async () => {
    expect(await portal.policy()).toMatchObject({
      state: 'enforcing',
      standing: 'current',
    });
    expect((await portal.policy()).pending).toBeUndefined();
    expect(await portal.types()).toEqual(['policy.changed']);
  });

  it('invariant 3: a change that may loosen waits, and until enough people agree the text before decides', async () => {
    const before = await portal.policy();
    const epoch = await portal.epoch();
    const waiting = await portal.hold([ALLOW]);
    expect(waiting).toMatchObject({
      state: 'enforcing',
      textDigest: before.textDigest,
      pending: {
        state: 'waiting',
        from: before.textDigest,
        findings: [{ what: 'The rule no (deny) is removed.' }],
      },
    });
    expect(await portal.epoch()).toBe(epoch);
    expect(await portal.deciding()).toMatchObject([
      { digest: before.textDigest },
    ]);
    expect(await portal.outbox()).toMatchObject([
      { recipients: ['group:default/platform'] },
    ]);
    expect(await portal.look()).toBe(0);

    await portal.vote('ana');
    expect(await portal.deciding()).toMatchObject([
      { digest: before.textDigest },
    ]);
    await portal.vote('bo');
    expect(await portal.deciding()).toMatchObject([
      { digest: waiting.pending?.to },
    ]);
    expect((await portal.policy()).pending).toBeUndefined();
    expect(await portal.epoch()).toBe(epoch + 1);
    expect(await portal.look()).toBe(0);
    expect(await portal.types()).toEqual([
      'policy.changed',
      'policy.change-proposed',
      'policy.change-approved',
      'policy.change-approved',
      'policy.changed',
    ]);
  });

  it('lets a change that cannot loosen take effect at once', async () => {
    const changed = await portal.hold([{ ...DENY, when: 'true' }, ALLOW]);
    expect(changed.pending).toBeUndefined();
    expect(await portal.deciding()).toMatchObject([
      { digest: changed.textDigest },
    ]);
    expect(await portal.types()).toEqual(['policy.changed', 'policy.changed']);
  });

  it('lets nothing of a new policy decide that would allow something, and all of one that only forbids', async () => {
    portal.state.policies = [];
    const other = policyEntity('other', { rules: [ALLOW] });
    const guard = policyEntity('guard', { rules: [DENY] });
    portal.state.policies = [
      policyEntity('freeze', { rules: [DENY, ALLOW] }),
      other,
      guard,
    ];
    await portal.look();
    expect(await portal.store.get('agentpolicy:default/other')).toMatchObject({
      state: 'proposed',
      pending: { state: 'waiting' },
    });
    const refs = (await portal.deciding()).map(({ ref }) => ref);
    expect(refs.sort()).toEqual([
      'agentpolicy:default/freeze',
      'agentpolicy:default/guard',
    ]);
  });

  it('invariant 4: another text is another change, without the votes of the one before', async () => {
    const first = await portal.hold([ALLOW]);
    await portal.vote('ana');
    const second = await portal.hold([
      ALLOW,
      { name: 'more', effect: 'allow', when: 'environment.production' },
    ]);
    expect(second.pending?.id).not.toBe(first.pending?.id);
    await expect(
      portal.vote('bo', 'approve', { to: first.pending?.to }),
    ).rejects.toThrow('look at it again');
    await expect(
      portal.vote('bo', 'approve', { revision: first.revision }),
    ).rejects.toThrow('look at it again');
    await portal.vote('bo');
    expect((await portal.policy()).pending?.state).toBe('waiting');
    expect((await portal.view('cy'))?.votes).toMatchObject([
      { person: 'user:default/bo' },
    ]);
  });

  it('withdraws a change when the text before is back, and asks anew when it comes again', async () => {
    const first = await portal.hold([ALLOW]);
    await portal.vote('ana');
    const back = await portal.hold([DENY, ALLOW]);
    expect(back.pending).toBeUndefined();
    const again = await portal.hold([ALLOW]);
    expect(again.pending?.id).not.toBe(first.pending?.id);
    expect((await portal.view('ana'))?.votes).toEqual([]);
    expect(await portal.types()).toEqual([
      'policy.changed',
      'policy.change-proposed',
      'policy.change-approved',
      'policy.change-withdrawn',
      'policy.change-proposed',
    ]);
  });

  it('invariant 6: one person counts once, and only with standing at the last vote', async () => {
    await portal.hold([ALLOW]);
    await portal.vote('ana');
    await expect(portal.vote('ana')).rejects.toThrow('You agreed before');
    await expect(portal.vote('dora')).rejects.toThrow(
      'Only people of group:default/platform may vote',
    );
    portal.state.people.ana = ['payments'];
    await portal.vote('bo');
    expect((await portal.policy()).pending?.state).toBe('waiting');
    await portal.vote('cy');
    expect((await portal.policy()).pending).toBeUndefined();
    delete portal.state.people.ana;
  });

  it('ends with one no, for as long as the catalog holds that text', async () => {
    const before = await portal.policy();
    await portal.hold([ALLOW]);
    await portal.vote('ana');
    await expect(portal.vote('bo', 'reject', { comment: ' ' })).rejects.toThrow(
      'comment',
    );
    await portal.vote('ana', 'reject');
    await portal.look();
    expect(await portal.policy()).toMatchObject({
      textDigest: before.textDigest,
      pending: { state: 'rejected' },
    });
    await expect(portal.vote('bo')).rejects.toThrow('was rejected');
    expect((await portal.view('bo'))?.votes).toMatchObject([
      { person: 'user:default/ana', verdict: 'reject', comment: 'Too wide.' },
    ]);
    expect((await portal.hold([DENY, ALLOW])).pending).toBeUndefined();
  });

  it('asks for agreement to a disappearance that ends a guardrail', async () => {
    portal.state.policies = [];
    await portal.look();
    const gone = await portal.policy();
    expect(gone).toMatchObject({
      state: 'vanished',
      standing: 'vanished',
      pending: { state: 'waiting', proposed: { state: 'gone' } },
    });
    expect(gone.pending?.to).toBeUndefined();
    expect(
      await portal.store.confirm({
        ref: REF,
        revision: gone.revision,
        confirmedBy: 'user:default/ana',
        standing: 'group:default/platform',
        now: portal.state.now,
      }),
    ).toBeUndefined();
    await portal.vote('ana');
    expect(await portal.deciding()).toHaveLength(1);
    await portal.vote('bo');
    expect(await portal.deciding()).toEqual([]);
    expect((await portal.policy()).state).toBe('gone');
    expect(await portal.look()).toBe(0);
  });

  it('does not let a text end a policy by giving up its authority, and lets the configuration do it', async () => {
    const before = await portal.policy();
    const edited = await portal.hold([DENY, ALLOW], {
      owner: 'group:default/payments',
    });
    expect(edited).toMatchObject({
      textDigest: before.textDigest,
      pending: { proposed: { state: 'out-of-authority' } },
    });
    await portal.hold([DENY, ALLOW]);
    portal.state.policyAdmins = ['group:default/payments'];
    await portal.look();
    expect(await portal.policy()).toMatchObject({ state: 'out-of-authority' });
    expect(await portal.deciding()).toEqual([]);
  });

  it('begins to ask, and stops asking, with the configuration, each on record', async () => {
    await portal.hold([ALLOW]);
    await portal.vote('ana');
    portal.state.policyChanges = { adoptWithinMs: 0 };
    await portal.look();
    expect((await portal.policy()).pending).toBeUndefined();
    expect((await portal.policy()).standing).toBe('current');
    portal.state.policyChanges = QUORUM;
    expect((await portal.hold([ALLOW])).pending).toBeUndefined();
    const types = (
      await (await portal.ledger()).entriesOf('policy-changes')
    ).map(({ envelope: { body } }) => body.quorum !== null);
    expect(types).toEqual([true, false, true]);
  });

  it('takes new policies as they come while the portal is being filled, and no change of them', async () => {
    const filling = { ...QUORUM, adoptWithinMs: 60_000 };
    portal.state.policyChanges = filling;
    const add = async (name: string) => {
      portal.state.policies = [
        ...portal.state.policies,
        policyEntity(name, { rules: [ALLOW] }),
      ];
      await portal.look();
      return (await portal.store.get(`agentpolicy:default/${name}`))?.state;
    };
    expect(await add('second')).toBe('enforcing');
    portal.state.policies[0] = policyEntity('freeze', { rules: [ALLOW] });
    await portal.look();
    expect((await portal.policy()).pending?.state).toBe('waiting');
    portal.state.now = new Date('2026-11-20T12:01:00.001Z');
    expect(await add('third')).toBe('proposed');
  });

  it('says how many people could agree', async () => {
    portal.state.people = { ana: ['platform'] };
    await portal.hold([ALLOW]);
    expect(await portal.view('ana')).toMatchObject({
      quorum: { count: 2 },
      eligible: 1,
      mayVote: { allowed: true },
      hasAgreed: false,
    });
    expect(await portal.view('dora')).toMatchObject({
      mayVote: { allowed: false },
    });
  });

  it('invariant 8: of votes and texts that race, each takes effect once, with what was agreed to, on record', async () => {
    const waiting = await portal.hold([ALLOW]);
    await portal.vote('ana');
    portal.state.policies = [policyEntity('freeze', { rules: [DENY, ALLOW] })];
    await Promise.allSettled([
      portal.vote('bo'),
      portal.look(),
      portal.vote('cy'),
    ]);
    await portal.look();
    const { textDigest } = await portal.policy();
    expect(textDigest).not.toBe(waiting.pending?.to);
    const types = await portal.types();
    const applied = types.filter(type => type === 'policy.changed').length;
    // either the votes came first, or the text that took the change back
    expect([1, 3]).toContain(applied);
    expect(types.includes('policy.change-withdrawn')).toBe(applied === 1);
  });

  it('invariant 10: leaves a ledger that tells who agreed to what', async () => {
    await portal.hold([ALLOW]);
    await portal.vote('ana');
    await portal.vote('bo');
    portal.state.policies = [];
    await portal.look();
    const report = await verifyLedger((await portal.ledger()).stored({}));
    expect(report.findings).toEqual([]);
  });
});
