import { setTimeout as sleep } from 'node:timers/promises';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { Outside, acme } from './__testUtils__/acme';
import { entity, LOCATION } from './__testUtils__/entity';
import { portalDatabase } from './__testUtils__/portalDatabase';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const TEAM_LOCATION = 'test:acme-teams';

const policy = (name: string, spec: JsonObject = {}, origin = LOCATION) =>
  entity(
    'AgentPolicy',
    name,
    {
      owner: 'platform',
      level: 'organization',
      appliesTo: { environments: ['staging'] },
      rules: [{ name: 'no', effect: 'deny', because: 'Not now.' }],
      ...spec,
    },
    { annotations: { 'backstage.io/managed-by-origin-location': origin } },
  );

/** An allowance alone: with it nothing changes, so only what the others say is seen. */
const permissive = { rules: [{ name: 'yes', effect: 'allow' }] };

describe.each(databases.eachSupportedId())(
  'agent policies in a whole portal, %p',
  databaseId => {
    let portal: TestPortal;

    beforeAll(async () => {
      portal = await TestPortal.start({
        entities: [
          ...acme,
          entity('Group', 'platform', { type: 'team', children: [] }),
          entity('User', 'rosa', { memberOf: ['platform'] }),
          policy('guard', permissive),
        ],
        actions: new Outside().actions(),
        database: portalDatabase(databaseId),
        config: {
          policyAdmins: ['group:default/platform'],
          policies: { poll: { milliseconds: 200 } },
          trust: [
            { originLocation: LOCATION, kinds: ['Agent', 'AgentPolicy'] },
            {
              originLocation: TEAM_LOCATION,
              kinds: ['AgentPolicy'],
              levels: ['team', 'service'],
            },
          ],
        },
      });
      await found('guard', ({ state }) => state === 'enforcing');
    });
    afterAll(async () => portal?.stop());
    afterEach(() => portal.down.clear());

    const deploy = async () =>
      (
        await portal.propose('deploy-bot', {
          action: 'deployments:deploy',
          target: 'component:default/payments-api',
          environment: 'staging',
          input: { version: '1.2.3' },
        })
      ).body;
    const look = (name: string, person = 'olivia') =>
      portal.ask({ person }, 'get', `/policies/default/${name}`);
    /** The loader works in its own time: waits until a policy is as it should be. */
    async function found(name: string, isSo: (body: any) => boolean) {
      let last: any;
      for (let tries = 0; tries < 150; tries++) {
        last = await look(name);
        if (last.status === 200 && isSo(last.body)) {
          return last.body;
        }
        await sleep(100);
      }
      throw new Error(`${name} is still ${JSON.stringify(last.body)}`);
    }
    const put = (...entities: Entity[]) => {
      const names = entities.map(({ metadata }) => metadata.name);
      return portal.changeCatalog(all => [
        ...all.filter(
          ({ kind, metadata }) =>
            kind !== 'AgentPolicy' || !names.includes(metadata.name),
        ),
        ...entities,
      ]);
    };
    const remove = (name: string) =>
      portal.changeCatalog(all =>
        all.filter(
          ({ kind, metadata }) =>
            kind !== 'AgentPolicy' || metadata.name !== name,
        ),
      );
    const confirm = (name: string, revision: number, person: string) =>
      portal.ask({ person }, 'post', `/policies/default/${name}/confirm`, {
        revision,
        comment: 'Replaced by another',
      });

    it('decides by a policy as soon as it is known, and tells by which', async () => {
      expect(await deploy()).toMatchObject({ verdict: 'allow' });
      await put(policy('guard'));
      await found('guard', ({ document }) => document.rules[0].name === 'no');
      const denied = await deploy();
      expect(denied).toMatchObject({ verdict: 'deny', reason: 'denied' });
      expect(denied.because).toContain('Not now');

      const { body } = await portal.ask(
        { person: 'olivia' },
        'get',
        `/action-requests/${denied.id}/explanation`,
      );
      const said = body.decisions[0].levels.find(
        ({ level }: { level: string }) => level === 'organization',
      );
      expect(said.policies).toEqual([
        expect.objectContaining({
          id: 'agentpolicy:default/guard',
          standing: 'current',
          digest: (await look('guard')).body.digest,
        }),
      ]);
    });

    it('invariant 2: goes on by the last good text while the policy is broken, and says what is wrong where', async () => {
      await put(
        policy('guard', {
          rules: [
            {
              name: 'no',
              effect: 'deny',
              when: 'conditions.freze.active',
              because: 'Not now.',
            },
          ],
        }),
      );
      const broken = await found('guard', ({ state }) => state === 'broken');
      expect(broken).toMatchObject({
        standing: 'last-good',
        problems: [
          {
            field: 'rules[0].when',
            line: 1,
            expression: 'conditions.freze.active',
            reason: expect.stringContaining('conditions.freze'),
            suggestion: expect.stringContaining('freeze'),
          },
        ],
        // what decides, and what the catalog holds instead
        document: { rules: [{ name: 'no', effect: 'deny' }] },
        source: {
          kind: 'AgentPolicy',
          metadata: { name: 'guard', namespace: 'default' },
          spec: { rules: [{ when: 'conditions.freze.active' }] },
        },
      });
      expect(broken.document.rules[0]).not.toHaveProperty('when');
      expect(broken.source.metadata).not.toHaveProperty('title');
      expect(await deploy()).toMatchObject({ verdict: 'deny' });
    });

    it('invariant 2: goes on forbidding what a vanished policy forbade, until who may confirms it', async () => {
      await put(policy('guard'));
      await found('guard', ({ state }) => state === 'enforcing');
      await remove('guard');
      const vanished = await found(
        'guard',
        ({ state }) => state === 'vanished',
      );
      expect(vanished).toMatchObject({
        confirmers: ['group:default/platform'],
        mayConfirm: false,
      });
      expect(await deploy()).toMatchObject({ verdict: 'deny' });

      const refused = await confirm('guard', vanished.revision, 'olivia');
      expect(refused.status).toBe(403);
      expect(refused.body.error.message).toContain('group:default/platform');
      const stale = await confirm('guard', vanished.revision - 1, 'rosa');
      expect(stale.status).toBe(409);
      expect((await look('guard', 'rosa')).body.mayConfirm).toBe(true);
      const done = await confirm('guard', vanished.revision, 'rosa');
      expect(done.status).toBe(200);
      expect(await deploy()).toMatchObject({ verdict: 'allow' });
      expect((await look('guard')).status).toBe(404);
      expect((await confirm('guard', vanished.revision, 'rosa')).status).toBe(
        404,
      );

      const { body: record } = await portal.ask(
        { person: 'vera' },
        'get',
        '/ledger/entries?stream=policy:agentpolicy:default/guard&limit=1',
      );
      expect(record.items[0].envelope).toMatchObject({
        type: 'policy.confirmed',
        body: { before: vanished.digest, after: null },
      });
      const { body: verification } = await portal.ask(
        { person: 'vera' },
        'get',
        '/ledger/verification',
      );
      expect(verification).toMatchObject({ ok: true, findings: [] });
    });

    it('holds what a policy that was never good could have spoken about', async () => {
      await put(
        policy('half', {
          level: 'team',
          owner: 'payments',
          rules: [{ name: 'x', effect: 'forbid' }],
        }),
      );
      const half = await found('half', ({ state }) => state === 'broken');
      expect(half).toMatchObject({
        standing: 'no-good-text',
        level: 'team',
        problems: [expect.objectContaining({ field: 'rules[0].effect' })],
      });
      expect(await deploy()).toMatchObject({ state: 'held' });
      await put(policy('half', permissive));
      await found('half', ({ state }) => state === 'enforcing');
      expect(await deploy()).toMatchObject({ verdict: 'allow' });
    });

    it('says that a quorum is larger than its group, and denies what would be held for nobody', async () => {
      const looksAt = (count: number) =>
        policy('crowd', {
          level: 'team',
          owner: 'payments',
          rules: [
            {
              name: 'everybody',
              effect: 'require-approval',
              because: 'Everybody looks.',
              checkpoint: {
                anyOf: [{ allOf: [{ from: 'group:default/payments', count }] }],
                decideWithin: 'PT1H',
                executeWithin: 'PT10M',
              },
            },
          ],
        });
      await put(looksAt(3));
      const crowd = await found(
        'crowd',
        ({ unsatisfiableCount }) => unsatisfiableCount === 1,
      );
      expect(crowd.checkpoints[0]).toMatchObject({
        rule: 'everybody',
        satisfiable: false,
        anyOf: [{ allOf: [{ count: 3, people: 2 }] }],
      });
      const denied = await deploy();
      expect(denied).toMatchObject({ verdict: 'deny', reason: 'denied' });
      expect(denied.because).toContain('three of group:default/payments');

      await put(looksAt(2));
      await found(
        'crowd',
        ({ unsatisfiableCount }) => unsatisfiableCount === 0,
      );
      expect(await deploy()).toMatchObject({ state: 'held' });
      await put(policy('crowd', permissive));
      await found('crowd', ({ document }) => document.rules[0].name === 'yes');
    });

    it('lets what is not trusted or has no authority count for nothing, and shows why', async () => {
      await put(
        policy('evil', {}, 'url:https://evil.example.com/p.yaml'),
        policy('lofty', {}, TEAM_LOCATION),
        policy('proud', { owner: 'payments' }),
        policy('foreign', {
          level: 'service',
          owner: 'checkout',
          entity: 'payments-api',
        }),
      );
      // the catalog takes them in one by one
      for (const name of ['evil', 'lofty']) {
        await found(name, ({ state }) => state === 'untrusted');
      }
      for (const name of ['proud', 'foreign']) {
        await found(name, ({ state }) => state === 'out-of-authority');
      }
      const becauseOf = async (name: string) => (await look(name)).body.because;
      expect(await becauseOf('evil')).toContain('agentGovernance.trust');
      expect(await becauseOf('lofty')).toContain('team, service');
      expect(await becauseOf('proud')).toContain('policyAdmins');
      expect(await becauseOf('foreign')).toContain(
        'group:default/payments does',
      );
      expect(await deploy()).toMatchObject({ verdict: 'allow' });

      expect((await look('evil')).body).not.toHaveProperty('source');

      const { body } = await portal.ask(
        { person: 'olivia' },
        'get',
        '/policies?state=untrusted&limit=1',
      );
      expect(body.items).toHaveLength(1);
      const next = await portal.ask(
        { person: 'olivia' },
        'get',
        `/policies?state=untrusted&limit=1&cursor=${body.nextCursor}`,
      );
      expect([...body.items, ...next.body.items].map(({ ref }) => ref)).toEqual(
        ['agentpolicy:default/evil', 'agentpolicy:default/lofty'],
      );
      expect(next.body.nextCursor).toBeUndefined();
      expect(body.listedAt).toEqual(expect.any(String));
    });

    it('finds policies by what they cover, by owner and by text', async () => {
      await put(
        policy('for-checkout', {
          ...permissive,
          level: 'team',
          owner: 'checkout',
        }),
        policy('for-payments', {
          ...permissive,
          level: 'team',
          owner: 'payments',
        }),
        policy('for-websites', {
          ...permissive,
          appliesTo: { targets: { 'spec.type': 'website' } },
        }),
      );
      for (const name of ['for-checkout', 'for-payments', 'for-websites']) {
        await found(name, ({ state }) => state === 'enforcing');
      }
      const refs = async (query: string) =>
        (
          await portal.ask({ person: 'olivia' }, 'get', `/policies?${query}`)
        ).body.items.map(({ ref }: { ref: string }) => ref.split('/')[1]);
      expect(
        await refs('covering=component:default/payments-api&text=for-'),
      ).toEqual(['for-payments']);
      expect(
        await refs('covering=component:default/checkout-web&text=for-'),
      ).toEqual(['for-checkout', 'for-websites']);
      expect(await refs('owner=group:default/checkout&level=team')).toEqual([
        'for-checkout',
      ]);
      expect(await refs('text=for-&order=level')).toEqual([
        'for-websites',
        'for-checkout',
        'for-payments',
      ]);
      expect(await refs('text=for-&order=-owner')).toEqual([
        'for-websites',
        'for-payments',
        'for-checkout',
      ]);
      const missing = await portal.ask(
        { person: 'olivia' },
        'get',
        '/policies?covering=component:default/nothing',
      );
      expect(missing.status).toBe(404);
    });
  },
);
