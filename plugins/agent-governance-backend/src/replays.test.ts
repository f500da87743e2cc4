import { setTimeout as sleep } from 'node:timers/promises';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Outside, acme } from './__testUtils__/acme';
import { entity, LOCATION } from './__testUtils__/entity';
import { portalDatabase } from './__testUtils__/portalDatabase';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** Restarts are forbidden, as somebody would write it who pastes it. */
const DRAFT = `# pasted
apiVersion: agent-governance.io/v1alpha1
kind: AgentPolicy
metadata: { name: no-deploys }
spec:
  owner: platform
  level: organization
  rules:
    - name: never
      effect: deny
      when: action.id == 'deployments:deploy'
      because: Not any more.
`;
const draft = {
  changes: [{ kind: 'text', text: DRAFT, file: 'no-deploys.yaml' }],
};

describe.each(databases.eachSupportedId())(
  'replays in a whole portal, %p',
  databaseId => {
    let portal: TestPortal;

    beforeAll(async () => {
      portal = await TestPortal.start({
        entities: [
          ...acme,
          entity('Group', 'platform', { type: 'team', children: [] }),
        ],
        actions: new Outside().actions(),
        database: portalDatabase(databaseId),
        config: {
          policyAdmins: ['group:default/platform'],
          trust: [
            { originLocation: LOCATION, kinds: ['Agent', 'AgentPolicy'] },
          ],
        },
      });
      await untilListed();
      for (let requests = 0; requests < 3; requests += 1) {
        await portal.propose('deploy-bot', {
          action: 'deployments:deploy',
          target: 'component:default/payments-api',
          environment: 'staging',
          input: { version: '1.2.3' },
        });
      }
    });
    afterAll(async () => portal?.stop());

    /** The loader works in its own time: until it listed the catalog's policies nobody knows which decide. */
    async function untilListed() {
      const person = 'olivia';
      const path = '/checkpoint-coverage';
      while ((await portal.ask({ person }, 'get', path)).status !== 200) {
        await sleep(20);
      }
    }

    const scope = () => ({
      from: new Date(Date.now() - 3_600_000).toISOString(),
      to: new Date(Date.now() + 3_600_000).toISOString(),
    });
    const ask = (
      person: string,
      method: 'get' | 'post',
      path: string,
      body?: object,
    ) => portal.ask({ person }, method, `/replays${path}`, body);
    const start = (person: string, body: object = { draft, scope: scope() }) =>
      ask(person, 'post', '', body);
    async function ended(person: string, id: string) {
      for (;;) {
        const { body } = await ask(person, 'get', `/${id}?waitSeconds=5`);
        if (!['queued', 'running'].includes(body.state)) {
          return body;
        }
        await sleep(20);
      }
    }

    it('reports what a pasted draft would change, as JSON, decision by decision, and as Markdown', async () => {
      const started = await start('olivia');
      expect(started).toMatchObject({
        status: 201,
        body: { mayCancel: true, createdBy: 'user:default/olivia' },
      });
      const { id } = started.body;
      const replay = await ended('olivia', id);
      expect(replay).toMatchObject({
        state: 'succeeded',
        mayCancel: false,
        policies: [{ ref: 'agentpolicy:default/no-deploys', change: 'added' }],
      });
      expect(replay.report.tightened).toBeGreaterThanOrEqual(3);
      expect(replay.progress).toEqual({
        total: replay.report.decisions,
        done: replay.report.decisions,
      });

      const first = await ask('olivia', 'get', `/${id}/flips?limit=2&to=deny`);
      expect(first.body.items).toHaveLength(2);
      expect(first.body.items[0]).toMatchObject({
        targetRef: 'component:default/payments-api',
        after: {
          verdict: 'deny',
          because: expect.stringContaining('Not any more'),
        },
      });
      const second = await ask(
        'olivia',
        'get',
        `/${id}/flips?limit=2&to=deny&cursor=${first.body.nextCursor}`,
      );
      expect(second.body.items.length).toBeGreaterThan(0);
      expect(
        (
          await ask(
            'olivia',
            'get',
            `/${id}/flips?policy=agentpolicy:default/other`,
          )
        ).body.items,
      ).toEqual([]);

      const markdown = await ask('olivia', 'get', `/${id}/report.md`);
      expect(markdown.status).toBe(200);
      expect(markdown.text).toContain(`**${replay.report.tightened} of`);
      expect((await ask('olivia', 'get', '')).body.items[0]).toMatchObject({
        id,
      });
    });

    it('invariant 14: shows a replay to nobody but who made it and auditors, and cancels it for nobody else', async () => {
      const { id } = (await start('olivia')).body;
      await ended('olivia', id);
      for (const path of ['', '/flips', '/report.md']) {
        expect(await ask('carl', 'get', `/${id}${path}`)).toMatchObject({
          status: 404,
        });
      }
      expect(await ask('carl', 'post', `/${id}/cancel`)).toMatchObject({
        status: 404,
      });
      expect((await ask('carl', 'get', '')).body.items).toEqual([]);
      const unknown = await ask(
        'carl',
        'get',
        '/01a20320-a200-7806-bbdd-f23debc0ad3a',
      );
      const hidden = await ask('carl', 'get', `/${id}`);
      expect(hidden.body.error.message.replace(id, '')).toBe(
        unknown.body.error.message.replace(
          '01a20320-a200-7806-bbdd-f23debc0ad3a',
          '',
        ),
      );
    });

    it('refuses agents', async () => {
      expect(
        await portal.ask({ agent: 'deploy-bot' }, 'post', '/replays', {
          draft,
          scope: scope(),
        }),
      ).toMatchObject({ status: 403 });
    });

    it('refuses a draft that does not compile, with the line and column of everything', async () => {
      const text = DRAFT.replace('action.id', 'action.di').replace(
        'effect: deny',
        'effect: deny\n      wehn: x',
      );
      const answer = await start('olivia', {
        draft: { changes: [{ kind: 'text', text, file: 'a.yaml' }] },
        scope: scope(),
      });
      expect(answer).toMatchObject({
        status: 400,
        body: {
          error: {
            name: 'InputError',
            problems: [
              { file: 'a.yaml', line: 11, column: 13, field: 'rules[0].wehn' },
            ],
          },
        },
      });
    });

    it('says which one is under way when a second one is started', async () => {
      const [a, b] = await Promise.all([start('olivia'), start('olivia')]);
      const [good, refused] = a.status === 201 ? [a, b] : [b, a];
      expect(refused).toMatchObject({
        status: 409,
        body: { error: { name: 'ConflictError', replayId: good.body.id } },
      });
      const cancelled = await ask('olivia', 'post', `/${good.body.id}/cancel`);
      expect(['cancelled', 'succeeded']).toContain(cancelled.body.state);
      expect(
        await ask('olivia', 'get', `/${good.body.id}/report.md`),
      ).toMatchObject({
        status: cancelled.body.state === 'cancelled' ? 409 : 200,
      });
    });
  },
);
