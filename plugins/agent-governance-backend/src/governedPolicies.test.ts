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
const NO = { name: 'no', effect: 'deny', because: 'Not now.' };
const YES = { name: 'yes', effect: 'allow', because: 'Routine.' };

const policy = (rules: object[], spec: JsonObject = {}): Entity =>
  entity(
    'AgentPolicy',
    'guard',
    {
      owner: 'platform',
      level: 'organization',
      appliesTo: { environments: ['staging'] },
      rules: rules as JsonObject[],
      ...spec,
    },
    { annotations: { 'backstage.io/managed-by-origin-location': LOCATION } },
  );

describe.each(databases.eachSupportedId())(
  'governed policies in a whole portal, %p',
  databaseId => {
    let portal: TestPortal;

    beforeAll(async () => {
      portal = await TestPortal.start({
        entities: [
          ...acme,
          entity('Group', 'platform', { type: 'team', children: [] }),
          entity('User', 'rosa', { memberOf: ['platform'] }),
          entity('User', 'pia', { memberOf: ['platform'] }),
          entity('User', 'tim', { memberOf: ['platform'] }),
          policy([NO]),
        ],
        actions: new Outside().actions(),
        database: portalDatabase(databaseId),
        config: {
          policyAdmins: ['group:default/platform'],
          policyChanges: { quorum: { count: 2 } },
          policies: { poll: { milliseconds: 200 } },
          trust: [
            { originLocation: LOCATION, kinds: ['Agent', 'AgentPolicy'] },
          ],
        },
      });
      await found(({ state }) => state === 'enforcing');
    });
    afterAll(async () => portal?.stop());

    const look = (person = 'olivia') =>
      portal.ask({ person }, 'get', '/policies/default/guard');
    /** The loader works in its own time: waits until the policy is as it should be. */
    async function found(isSo: (body: any) => boolean) {
      let last: any;
      for (let tries = 0; tries < 150; tries++) {
        last = await look();
        if (last.status === 200 && isSo(last.body)) {
          return last.body;
        }
        await sleep(100);
      }
      throw new Error(`It is still ${JSON.stringify(last.body)}`);
    }
    const isOther = (rules: number) => (body: any) =>
      body.pending && body.pendingChange.document?.rules.length === rules;
    const put = (...policies: Entity[]) =>
      portal.changeCatalog(all => [
        ...all.filter(({ kind }) => kind !== 'AgentPolicy'),
        ...policies,
      ]);
    const vote = (
      verdict: 'approve' | 'reject',
      person: string,
      seen: any,
      said: object = {},
    ) =>
      portal.ask(
        { person },
        'post',
        `/policies/default/guard/pending/${verdict}`,
        {
          revision: seen.revision,
          from: seen.pendingChange.from,
          to: seen.pendingChange.to,
          ...said,
        },
      );
    const deploy = async () =>
      (
        await portal.propose('deploy-bot', {
          action: 'deployments:deploy',
          target: 'component:default/payments-api',
          environment: 'staging',
          input: { version: '1.2.3' },
        })
      ).body;

    it('invariant 3: lets a loosened text decide only when two policy admins agreed to it', async () => {
      await put(policy([YES]));
      const seen = await found(isOther(1));
      expect(seen).toMatchObject({
        state: 'enforcing',
        document: { rules: [{ name: 'no' }] },
        pendingChange: {
          state: 'waiting',
          document: { rules: [{ name: 'yes' }] },
          quorum: { from: ['group:default/platform'], count: 2 },
          eligible: 3,
          votes: [],
          mayVote: { allowed: false },
        },
      });
      expect(
        seen.pendingChange.findings.map(({ what }: any) => what),
      ).toContain('The rule no (deny) is removed.');
      expect(await deploy()).toMatchObject({ verdict: 'deny' });
      const { items } = (
        await portal.ask({ person: 'olivia' }, 'get', '/policies?pending=true')
      ).body;
      expect(items).toMatchObject([{ pending: true }]);

      expect((await vote('approve', 'olivia', seen)).status).toBe(403);
      expect((await vote('approve', 'rosa', seen)).status).toBe(200);
      const again = await vote('approve', 'rosa', seen);
      expect(again).toMatchObject({ status: 409 });
      expect(again.text).toContain('You agreed before');
      expect(await deploy()).toMatchObject({ verdict: 'deny' });

      const last = await vote('approve', 'pia', seen);
      expect(last).toMatchObject({
        status: 200,
        body: { pending: false, document: { rules: [{ name: 'yes' }] } },
      });
      expect(await deploy()).toMatchObject({ verdict: 'allow' });
      const [change] = last.body.changes;
      expect(change).toMatchObject({
        type: 'policy.changed',
        before: seen.pendingChange.from,
        after: seen.pendingChange.to,
        modeBefore: 'enforce',
        modeAfter: 'enforce',
        originLocation: LOCATION,
        judged: 'approved',
        approvals: 2,
      });
    });

    it('shows both texts of a change, and no other', async () => {
      const { body } = await look();
      const [{ before }] = body.changes;
      const textOf = (digest: string) =>
        portal.ask(
          { person: 'olivia' },
          'get',
          `/policies/default/guard/texts/${digest}`,
        );
      expect((await textOf(before)).body.rules).toMatchObject([{ name: 'no' }]);
      expect((await textOf('0'.repeat(64))).status).toBe(404);
    });

    it('lets a stricter text decide at once', async () => {
      await put(policy([NO, YES]));
      const { pending } = await found(
        ({ document }) => document.rules.length === 2,
      );
      expect(pending).toBe(false);
      expect(await deploy()).toMatchObject({ verdict: 'deny' });
    });

    it('invariant 4: takes no vote for another text than the one that was shown', async () => {
      await put(policy([YES]));
      const first = await found(isOther(1));
      await vote('approve', 'rosa', first);
      await put(
        policy([
          YES,
          { ...NO, name: 'rarely', when: 'conditions.freeze.active' },
        ]),
      );
      const second = await found(isOther(2));
      expect((await vote('approve', 'pia', first)).status).toBe(409);
      expect(second.pendingChange.votes).toEqual([]);
      expect(await deploy()).toMatchObject({ verdict: 'deny' });
    });

    it('ends it with a no that says why', async () => {
      const seen = await found(isOther(2));
      expect((await vote('reject', 'rosa', seen)).status).toBe(400);
      const { status, body } = await vote('reject', 'rosa', seen, {
        comment: 'The freeze must hold.',
      });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        pending: false,
        document: { rules: [{ name: 'no' }, { name: 'yes' }] },
        pendingChange: {
          state: 'rejected',
          votes: [
            { person: 'user:default/rosa', comment: 'The freeze must hold.' },
          ],
        },
      });
      expect((await vote('approve', 'pia', body)).status).toBe(409);
    });

    it('invariant 8: of two last votes at once, one brings it into effect, and neither fails', async () => {
      await put(policy([NO, YES]));
      await found(({ pendingChange }) => pendingChange === undefined);
      await put(policy([{ ...YES, because: 'Again.' }]));
      const seen = await found(isOther(1));
      await vote('approve', 'rosa', seen);
      const answers = await Promise.all([
        vote('approve', 'pia', seen),
        vote('approve', 'tim', seen),
      ]);
      expect(answers.map(({ status }) => status)).toContain(200);
      const { body } = await look();
      expect(body).toMatchObject({
        pending: false,
        document: { rules: [{ name: 'yes' }] },
      });
      const applied = body.changes.filter(
        ({ changeId, type }: any) =>
          type === 'policy.changed' && changeId === seen.pendingChange.id,
      );
      expect(applied).toHaveLength(1);
    });

    it('attaches a replay of the last days, for those who may vote', async () => {
      await put(policy([NO, YES]));
      await found(({ document }) => document.rules.length === 2);
      await put(policy([YES]));
      await found(isOther(1));
      const replayId = async (person: string) =>
        (await look(person)).body.pendingChange.replayId;
      let id = await replayId('rosa');
      for (let tries = 0; id === undefined && tries < 100; tries++) {
        await sleep(100);
        id = await replayId('rosa');
      }
      expect(await replayId('olivia')).toBeUndefined();
      const replayAs = (person: string) =>
        portal.ask({ person }, 'get', `/replays/${id}?waitSeconds=20`);
      let replay = await replayAs('rosa');
      for (let tries = 0; replay.body.state !== 'succeeded' && tries < 50; ) {
        tries++;
        await sleep(100);
        replay = await replayAs('rosa');
      }
      expect(replay.body).toMatchObject({
        state: 'succeeded',
        policies: [{ ref: 'agentpolicy:default/guard' }],
      });
      expect(replay.body.report.loosened).toBeGreaterThan(0);
      expect((await replayAs('olivia')).status).toBe(404);
    });

    it('invariant 10: leaves a ledger the verifier has nothing against', async () => {
      const { body } = await portal.ask(
        { person: 'vera' },
        'get',
        '/ledger/verification',
      );
      expect(body).toMatchObject({ ok: true, findings: [] });
    });
  },
);
