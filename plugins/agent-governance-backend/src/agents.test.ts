import { Outside, acme } from './__testUtils__/acme';
import { portalDatabase } from './__testUtils__/portalDatabase';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(120_000);

const BOT = '/agents/agent/default/deploy-bot';
const OWNED = 'component:default/payments-api';
const FOREIGN = 'component:default/checkout-web';

describe('agents before they ask', () => {
  let portal: TestPortal;
  const outside = new Outside();

  beforeAll(async () => {
    portal = await TestPortal.start({
      entities: acme,
      actions: [
        ...outside.actions(),
        outside.action({
          id: 'anything:goes',
          undo: undefined,
          targetKinds: ['*'],
        }),
        outside.action({
          id: 'tickets:close',
          undo: undefined,
          targetKinds: ['component'],
          resolve: () => ({ target: OWNED, environment: 'staging' }),
        }),
      ],
      database: portalDatabase('SQLITE_3'),
      config: { admins: ['user:default/carl'] },
    });
  });
  afterAll(async () => portal?.stop());

  const ask = (person: string, path: string) =>
    portal.ask({ person }, 'get', path);

  describe('reach', () => {
    const reach = (
      query: Record<string, string[]>,
      who: { person: string } | { agent: string } = { person: 'olivia' },
    ) =>
      portal.ask(
        who,
        'get',
        `${BOT}/reach?${new URLSearchParams(
          Object.entries(query).flatMap(([name, values]) =>
            values.map(value => [name, value]),
          ),
        )}`,
      );
    const question = {
      target: [OWNED, FOREIGN, 'system:default/pay'],
      action: ['deployments:deploy', 'tickets:close'],
      environment: ['staging'],
    };

    it('foresees for many targets exactly what an outlook foresees for each', async () => {
      const { status, body } = await reach(question);
      expect(status).toBe(200);
      expect(body.targets.map((one: any) => one.targetRef)).toEqual(
        question.target,
      );
      for (const { targetRef, verdicts } of body.targets.slice(0, 2)) {
        const outlook = await ask(
          'olivia',
          `/outlooks/${targetRef.replace(
            ':',
            '/',
          )}?agent=agent:default/deploy-bot&action=deployments:deploy&environment=staging`,
        );
        const [{ verdict, reason, because }] = outlook.body.actions[0].verdicts;
        expect(verdicts[0]).toEqual({
          actionId: 'deployments:deploy',
          verdict,
          reason,
          because,
        });
      }
      expect(body.targets[0].verdicts[0].verdict).toBe('allow');
      expect(body.targets[1].verdicts[0].verdict).toBe('deny');
    });

    it('says nothing of an action where it cannot be asked for', async () => {
      const { body } = await reach(question);
      const ids = body.targets.map(({ verdicts }: any) =>
        verdicts.map(({ actionId }: any) => actionId),
      );
      expect(ids).toEqual([
        ['deployments:deploy', 'tickets:close'],
        ['deployments:deploy'],
        [],
      ]);
      const elsewhere = await reach({
        ...question,
        environment: ['production'],
      });
      expect(elsewhere.body.targets[0].verdicts).toHaveLength(1);
    });

    it('leaves out what the reader may not read, is not for other agents, and is bounded', async () => {
      const gone = await reach({
        ...question,
        target: [OWNED, 'component:default/none'],
      });
      expect(gone.body.targets).toHaveLength(1);
      const nothing = await reach({
        ...question,
        target: ['component:default/none'],
      });
      expect(nothing.status).toBe(404);
      expect((await reach(question, { agent: 'other-bot' })).status).toBe(404);
      expect((await reach(question, { agent: 'deploy-bot' })).status).toBe(200);
      const many = await reach({
        ...question,
        target: Array.from(
          { length: 26 },
          (_, at) => `component:default/c${at}`,
        ),
      });
      expect(many.status).toBe(400);
    });

    it('has an outlook to tell why for every cell, whatever its action is for', async () => {
      const { status, body } = await ask(
        'olivia',
        `/outlooks/component/default/payments-api?agent=agent:default/deploy-bot&action=anything:goes&environment=staging`,
      );
      expect(status).toBe(200);
      expect(body.actions).toHaveLength(1);
    });

    it.each([
      ['action', ['moon:land'], 'moon:land'],
      ['environment', ['moon'], 'staging, production'],
    ])('names a wrong %s', async (name, values, said) => {
      const { status, body } = await reach({ ...question, [name]: values });
      expect(status).toBe(400);
      expect(body.error.message).toContain(said);
    });
  });

  describe('identity', () => {
    it('tells owners, administrators and auditors what was used when, and others what there is', async () => {
      await portal.signIn('agent:default/deploy-bot');
      for (const person of ['olivia', 'carl', 'vera']) {
        const { status, body } = await ask(person, `${BOT}/identity`);
        expect(status).toBe(200);
        expect(body.signIns).toEqual({ state: 'known' });
        expect(body.keys).toEqual([
          {
            thumbprint: expect.any(String),
            algorithm: 'EdDSA',
            isInEntity: true,
            use: {
              firstAt: expect.any(String),
              lastAt: expect.any(String),
              tokenExpiresAt: expect.any(String),
            },
          },
        ]);
      }
      const { body } = await ask('nobody-in-particular', `${BOT}/identity`);
      expect(body.signIns.state).toBe('hidden');
      expect(body.keys).toEqual([
        expect.not.objectContaining({ use: expect.anything() }),
      ]);
    });

    it('does not know what is no agent', async () => {
      for (const path of [
        'agent/default/none',
        'component/default/payments-api',
      ])
        expect((await ask('olivia', `/agents/${path}/identity`)).status).toBe(
          404,
        );
    });
  });
});
