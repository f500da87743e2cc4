import { TestDatabases } from '@backstage/backend-test-utils';
import { Outside, acme } from './__testUtils__/acme';
import { portalDatabase } from './__testUtils__/portalDatabase';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const TARGET = 'component:default/payments-api';
const PORTAL = '/action-requests';

describe.each(databases.eachSupportedId())(
  'unknown outcomes, %p',
  databaseId => {
    let outside: Outside;
    let portal: TestPortal;
    let version = 0;

    beforeAll(async () => {
      outside = new Outside();
      portal = await TestPortal.start({
        entities: acme,
        actions: [
          ...outside.actions(),
          outside.action({
            id: 'deployments:announce',
            title: 'Announce a version',
            effectClass: 'once',
            undo: undefined,
          }),
        ],
        database: portalDatabase(databaseId),
        config: { admins: ['user:default/vera'] },
      });
    });
    afterAll(async () => portal?.stop());
    afterEach(() => {
      outside.behave = async () => {};
    });

    /** One that nobody asked for before. */
    const announcement = (change: object = {}) => {
      version += 1;
      return {
        action: 'deployments:announce',
        target: TARGET,
        environment: 'staging',
        input: { version: `1.0.${version}` },
        ...change,
      };
    };
    const breakDown = () => {
      outside.behave = async () => {
        throw new Error('the line went dead');
      };
    };
    /** A request of which nobody can tell whether it happened. */
    const unknown = async (change: object = {}) => {
      breakDown();
      const { body } = await portal.propose('deploy-bot', announcement(change));
      const found = await portal.reaches('deploy-bot', body.id, 'unknown');
      outside.behave = async () => {};
      return found;
    };
    const report = (id: string, body: object, agent = 'deploy-bot') =>
      portal.ask({ agent }, 'post', `${PORTAL}/${id}/outcome`, body);
    const reconcile = (
      who: Parameters<TestPortal['ask']>[0],
      request: { id: string; revision: number },
      change: object = {},
    ) =>
      portal.ask(who, 'post', `${PORTAL}/${request.id}/reconcile`, {
        outcome: 'failed',
        comment: 'Nothing in the outbox.',
        revision: request.revision,
        ...change,
      });
    const get = async (id: string) =>
      (await portal.ask({ agent: 'deploy-bot' }, 'get', `${PORTAL}/${id}`))
        .body;
    const explain = async (person: string, id: string) =>
      (await portal.ask({ person }, 'get', `${PORTAL}/${id}/explanation`)).body;
    const entriesOf = async (id: string) =>
      (await explain('olivia', id)).entries.map(
        ({ envelope }: any) => envelope.type,
      );
    const findings = async () =>
      (await portal.ask({ person: 'vera' }, 'get', '/ledger/verification')).body
        .findings;

    describe('what the agent reports', () => {
      it('is recorded as its claim, is there once however often it is sent, and moves nothing', async () => {
        const { id, revision } = await unknown();
        const claim = {
          outcome: 'succeeded',
          note: 'It is in the channel.',
          evidence: { message: 'm-1' },
        };
        const { status, body } = await report(id, claim);
        expect(status).toBe(200);
        expect(body).toMatchObject({
          state: 'unknown',
          revision: revision + 1,
          outcomeReport: { ...claim, number: 1 },
          execution: { state: 'unknown' },
        });
        expect(body.reconciliation).toBeUndefined();

        const again = await report(id, claim);
        expect(again.body).toEqual(body);
        await Promise.all([1, 2, 3].map(() => report(id, claim)));
        const other = await report(id, { outcome: 'failed' });
        expect(other.body.outcomeReport).toEqual({
          outcome: 'failed',
          number: 2,
          reportedAt: expect.any(String),
        });
        expect((await entriesOf(id)).slice(2)).toEqual([
          'execution.settled',
          'execution.reported',
          'execution.reported',
        ]);
        expect(await findings()).toEqual([]);
      });

      it('is kept ten times and no more', async () => {
        const { id } = await unknown();
        for (let n = 1; n <= 10; n++) {
          const { status } = await report(id, {
            outcome: 'failed',
            note: `${n}`,
          });
          expect(status).toBe(200);
        }
        const more = await report(id, { outcome: 'succeeded' });
        expect(more.status).toBe(409);
        expect(more.body.error.message).toMatch(/10 times/);
        expect((await get(id)).outcomeReport).toMatchObject({ note: '10' });
      });

      it.each<[string, object, RegExp]>([
        ['no outcome', { note: 'n' }, /outcome/],
        ['an outcome that tells nothing', { outcome: 'unknown' }, /outcome/],
        [
          'what it may not say',
          { outcome: 'failed', state: 'failed' },
          /state/,
        ],
        [
          'an endless note',
          { outcome: 'failed', note: 'x'.repeat(2_001) },
          /note/,
        ],
        [
          'text that turns around',
          { outcome: 'failed', note: 'a\u202eb' },
          /note/,
        ],
        [
          'evidence that is none',
          { outcome: 'failed', evidence: 'e' },
          /evidence/,
        ],
        [
          'too much evidence',
          { outcome: 'failed', evidence: { log: 'x'.repeat(4_097) } },
          /evidence: is \d+ bytes .* at most 4096/,
        ],
      ])('is refused for %s, naming the field', async (_, body, field) => {
        const { id } = await unknown();
        const answer = await report(id, body);
        expect(answer.status).toBe(400);
        expect(answer.body.error.message).toMatch(field);
        expect((await get(id)).outcomeReport).toBeUndefined();
      });

      it('invariant 12: is taken from the agent that asked, and from nobody else', async () => {
        const { id } = await unknown();
        const claim = { outcome: 'failed' };
        expect((await report(id, claim, 'other-bot')).status).toBe(404);
        for (const who of [{ person: 'olivia' }, 'registry'] as const) {
          const path = `${PORTAL}/${id}/outcome`;
          expect((await portal.ask(who, 'post', path, claim)).status).toBe(403);
        }
        expect((await get(id)).outcomeReport).toBeUndefined();
      });

      it('invariant 2: is refused where the portal knows the outcome itself, or will', async () => {
        const running = new Promise<void>(resolve => {
          outside.behave = async () => resolve();
        });
        const done = await portal.propose('deploy-bot', announcement());
        await running;
        await portal.reaches('deploy-bot', done.body.id, 'succeeded');
        const held = await portal.propose(
          'deploy-bot',
          announcement({ environment: 'production' }),
        );
        for (const [{ id }, state] of [
          [done.body, 'succeeded'],
          [held.body, 'held'],
        ] as const) {
          const { status, body } = await report(id, { outcome: 'failed' });
          expect(status).toBe(409);
          expect(body.error.message).toMatch(
            new RegExp(
              `is ${state}, .* an executor runs it, and the portal records its outcome itself`,
            ),
          );
          expect((await get(id)).state).toBe(state);
        }
      });
    });

    describe('what a person finds out', () => {
      it.each(['succeeded', 'failed'] as const)(
        'ends it as %s, says who it was and through what, and is told to who waits',
        async outcome => {
          const request = await unknown();
          const waiting = portal.ask(
            { agent: 'deploy-bot' },
            'get',
            `${PORTAL}/${request.id}?waitSeconds=30&sinceRevision=${request.revision}`,
          );
          const { status, body } = await reconcile(
            { person: 'olivia' },
            request as any,
            {
              outcome,
            },
          );
          expect(status).toBe(200);
          expect(body).toMatchObject({
            state: 'reconciled',
            execution: {
              state: 'unknown',
              error: expect.stringMatching(/dead/),
            },
            reconciliation: {
              outcome,
              comment: 'Nothing in the outbox.',
              reconciledBy: 'user:default/olivia',
              standing: 'target-owner',
              via: 'group:default/payments',
            },
          });
          expect((await waiting).body).toMatchObject({
            state: 'reconciled',
            reconciliation: { outcome },
          });
          const { entries } = await explain('olivia', request.id);
          const last = entries.at(-1);
          expect(last.envelope).toMatchObject({
            type: 'execution.reconciled',
            body: { outcome, standing: 'target-owner', from: 'unknown' },
          });
          expect(JSON.stringify(last.envelope)).not.toContain('olivia');
          expect(last.payloads[0].content.reconciledBy).toBe(
            'user:default/olivia',
          );
          expect(await findings()).toEqual([]);
        },
      );

      it('invariant 6: is for owners of the target and administrators, and says so to others', async () => {
        const request = (await unknown()) as any;
        const stranger = await reconcile({ person: 'carl' }, request);
        expect(stranger.status).toBe(403);
        expect(stranger.body.error.message).toMatch(
          /Only group:default\/payments, who owns .*, and platform administrators/,
        );
        for (const who of [{ agent: 'deploy-bot' }, 'registry'] as const) {
          expect((await reconcile(who, request)).status).toBe(403);
        }
        expect((await reconcile('nobody', request)).status).toBe(401);
        expect((await explain('carl', request.id)).mayReconcile).toEqual({
          allowed: false,
          because: stranger.body.error.message,
        });
        expect((await explain('otto', request.id)).mayReconcile.allowed).toBe(
          true,
        );

        const { body } = await reconcile({ person: 'vera' }, request);
        expect(body.reconciliation).toMatchObject({
          standing: 'platform-admin',
          via: 'user:default/vera',
        });
        expect((await explain('otto', request.id)).mayReconcile).toEqual({
          allowed: false,
          because: 'It is reconciled, so there is nothing to find out',
        });
      });

      it('invariant 6: is not for the person it was done for, nor for who started its run', async () => {
        const request = (await unknown({
          onBehalfOf: 'user:default/olivia',
          run: 'run-of-vera',
          runStartedBy: 'user:default/vera',
        })) as any;
        for (const person of ['olivia', 'vera']) {
          const { status, body } = await reconcile({ person }, request);
          expect(status).toBe(403);
          expect(body.error.message).toMatch(/somebody else has to say/);
        }
        expect((await reconcile({ person: 'otto' }, request)).status).toBe(200);
        expect(await findings()).toEqual([]);
      });

      it('binds to what the person looked at: a report that came in between has to be read', async () => {
        const request = (await unknown()) as any;
        const { body: reported } = await report(request.id, {
          outcome: 'succeeded',
        });
        const late = await reconcile({ person: 'olivia' }, request);
        expect(late.status).toBe(409);
        expect(late.body.error.message).toMatch(/look at it again/);
        expect((await reconcile({ person: 'olivia' }, reported)).status).toBe(
          200,
        );
        // an answer that was lost is given again, and nothing new is taken
        expect(
          (await report(request.id, { outcome: 'succeeded' })).status,
        ).toBe(200);
        expect((await report(request.id, { outcome: 'failed' })).status).toBe(
          409,
        );
      });

      it.each<[string, object, RegExp]>([
        ['no comment', { comment: undefined }, /comment/],
        ['a comment of nothing', { comment: '  ' }, /comment/],
        ['a comment that turns around', { comment: '\u2066x' }, /comment/],
        ['no revision', { revision: undefined }, /revision/],
        ['no outcome', { outcome: 'unknown' }, /outcome/],
      ])('is refused for %s, naming the field', async (_, change, field) => {
        const request = (await unknown()) as any;
        const { status, body } = await reconcile(
          { person: 'olivia' },
          request,
          change,
        );
        expect(status).toBe(400);
        expect(body.error.message).toMatch(field);
        expect((await get(request.id)).state).toBe('unknown');
      });

      it('happens once, whoever is first', async () => {
        const request = (await unknown()) as any;
        const answers = await Promise.all([
          reconcile({ person: 'olivia' }, request, { outcome: 'succeeded' }),
          reconcile({ person: 'otto' }, request, { outcome: 'failed' }),
          reconcile({ person: 'vera' }, request, { outcome: 'failed' }),
        ]);
        expect(answers.map(({ status }) => status).sort()).toEqual([
          200, 409, 409,
        ]);
        const again = await reconcile({ person: 'olivia' }, request);
        expect(again.status).toBe(409);
        expect(again.body.error.message).toMatch(/is reconciled/);
        const types = await entriesOf(request.id);
        expect(
          types.filter((type: string) => type === 'execution.reconciled'),
        ).toHaveLength(1);
      });

      it('is refused of what is known', async () => {
        const { body } = await portal.propose('deploy-bot', announcement());
        const done = (await portal.reaches(
          'deploy-bot',
          body.id,
          'succeeded',
        )) as any;
        const answer = await reconcile({ person: 'olivia' }, done);
        expect(answer.status).toBe(409);
        expect(answer.body.error.message).toMatch(/is succeeded/);
      });
    });

    describe('a call', () => {
      const call = async (asked: object) =>
        (
          await portal.ask(
            { agent: 'deploy-bot' },
            'post',
            '/action-calls',
            asked,
          )
        ).body.request;
      const cutOff = async () => {
        breakDown();
        const asked = announcement();
        const request = await call(asked);
        expect(request.state).toBe('unknown');
        outside.behave = async () => {};
        return { asked, request };
      };

      it('that did not happen is a new one when it is called again', async () => {
        const { asked, request } = await cutOff();
        expect((await call(asked)).id).toBe(request.id);
        await reconcile({ person: 'olivia' }, request, { outcome: 'failed' });
        expect(await call(asked)).toMatchObject({
          id: expect.not.stringMatching(request.id),
          state: 'succeeded',
        });
      });

      it('invariant 7: that did happen is told to who calls again, and only then news', async () => {
        const { asked, request } = await cutOff();
        const before = outside.calls.length;
        await reconcile({ person: 'olivia' }, request, {
          outcome: 'succeeded',
        });
        expect(await call(asked)).toMatchObject({
          id: request.id,
          state: 'reconciled',
          reconciliation: { outcome: 'succeeded' },
        });
        expect(outside.calls).toHaveLength(before);
        expect((await call(asked)).id).not.toBe(request.id);
        expect(outside.calls).toHaveLength(before + 1);
        expect(await findings()).toEqual([]);
      });
    });

    it('counts in later decisions as what was found out', async () => {
      const run = `run-${databaseId}`;
      const first = (await unknown({ run })) as any;
      const second = (await unknown({ run })) as any;
      const factsOf = async () => {
        const { body } = await portal.propose(
          'deploy-bot',
          announcement({ run }),
        );
        const { run: facts } = (await explain('olivia', body.id)).decisions[0]
          .facts;
        return {
          failures: facts.failures.value,
          unknownOutcomes: facts.unknownOutcomes.value,
        };
      };
      expect(await factsOf()).toEqual({ failures: 0, unknownOutcomes: 2 });
      await reconcile({ person: 'olivia' }, first, { outcome: 'failed' });
      expect(await factsOf()).toEqual({ failures: 1, unknownOutcomes: 1 });
      await reconcile({ person: 'olivia' }, second, { outcome: 'succeeded' });
      expect(await factsOf()).toEqual({ failures: 1, unknownOutcomes: 0 });
    });

    it('stays with administrators when its target is gone from the catalog', async () => {
      const request = (await unknown()) as any;
      await portal.changeCatalog(entities =>
        entities.filter(({ metadata }) => metadata.name !== 'payments-api'),
      );
      expect((await reconcile({ person: 'olivia' }, request)).status).toBe(404);
      expect((await reconcile({ person: 'vera' }, request)).status).toBe(200);
    });
  },
);
