import { TestDatabases } from '@backstage/backend-test-utils';
import { Outside, acme } from './__testUtils__/acme';
import { entity } from './__testUtils__/entity';
import { portalDatabase } from './__testUtils__/portalDatabase';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const OLIVIA = { person: 'olivia' };
const HOUR_MS = 3_600_000;

const deploy = {
  agentRef: 'agent:default/deploy-bot',
  actionId: 'deployments:deploy',
  targetRef: 'component:default/payments-api',
  environment: 'staging',
  input: { version: '1.2.3' },
};
const healthy = {
  path: 'conditions.health',
  state: 'known',
  value: {
    status: 'healthy',
    source: 'probe',
    reportedAt: '2026-11-20T10:00:00Z',
  },
};

/** What is said of it, whenever it was: gathered a moment later, facts have another age. */
const timeless = (told: object) =>
  JSON.parse(
    JSON.stringify(told).replaceAll(
      /\d{4}-\d{2}-\d{2}T[\d:.]+Z/g,
      'some moment',
    ),
  );

describe.each(databases.eachSupportedId())(
  'simulations in a whole portal, %p',
  databaseId => {
    let portal: TestPortal;

    beforeAll(async () => {
      const outside = new Outside();
      portal = await TestPortal.start({
        entities: [
          ...acme,
          entity('Agent', 'retired-bot', {
            type: 'deployer',
            lifecycle: 'retired',
            owner: 'payments',
            autonomy: 'autonomous',
          }),
        ],
        actions: [
          ...outside.actions(),
          outside.action({
            id: 'routes:restart',
            title: 'Restart by its path',
            inputSchema: {
              type: 'object',
              required: ['service'],
              additionalProperties: false,
              properties: { service: { type: 'string' } },
            },
            resolve: ({ service }) => ({
              target: `component:default/${service}`,
              environment: 'staging',
            }),
          }),
        ],
        database: portalDatabase(databaseId),
      });
    });
    afterAll(async () => portal?.stop());
    afterEach(() => portal.down.clear());

    const simulate = (
      asked: object,
      who: Parameters<TestPortal['ask']>[0] = OLIVIA,
    ) => portal.ask(who, 'post', '/simulations', asked);
    const propose = async (
      asked: Omit<typeof deploy, 'input'> & { input: object },
    ) =>
      (
        await portal.propose('deploy-bot', {
          action: asked.actionId,
          target: asked.targetRef,
          environment: asked.environment,
          input: asked.input,
        })
      ).body;
    const explain = async (id: string) =>
      (await portal.ask(OLIVIA, 'get', `/action-requests/${id}/explanation`))
        .body;

    it.each([
      ['is allowed', deploy],
      ['is held', { ...deploy, environment: 'production' }],
      ['is denied', { ...deploy, targetRef: 'component:default/checkout-web' }],
      [
        'wants context that nobody vouched for',
        {
          ...deploy,
          actionId: 'tickets:escalate',
          environment: 'production',
          input: {},
        },
      ],
    ])(
      'invariant 13: says of what %s what is decided when it is really asked',
      async (_what, asked) => {
        const { status, body } = await simulate({
          ...asked,
          quotesContext: false,
        });
        expect(status).toBe(200);
        const request = await propose(asked);
        const { decisions } = await explain(request.id);
        const {
          id,
          requestId,
          requestDigest,
          purpose,
          facts,
          factsDigest,
          ...decision
        } = decisions[0];
        expect(timeless(body.result.decision)).toEqual(timeless(decision));
        expect(timeless(body.result.unblock)).toEqual(
          timeless(request.unblock),
        );
        expect(timeless(body.facts.target)).toEqual(timeless(facts.target));
      },
    );

    it('records nothing, and nothing is authorised by it', async () => {
      const count = async () => {
        const auditor = { person: 'vera' };
        const [requests, entries] = await Promise.all([
          portal.ask(auditor, 'get', '/action-requests?limit=100'),
          portal.ask(auditor, 'get', '/ledger/entries?limit=100'),
        ]);
        return [requests.body.items.length, entries.body.items.length];
      };
      const before = await count();
      expect((await simulate(deploy)).body.result.decision.verdict).toBe(
        'allow',
      );
      expect(await count()).toEqual(before);
    });

    it('decides on what is overridden, and marks it wherever it was read', async () => {
      const inProduction = { ...deploy, environment: 'production' };
      const asItIs = (await simulate(inProduction)).body.result;
      expect(asItIs.decision.verdict).toBe('hold');
      expect(asItIs.decision.checkpoints[0].anyOf[0].allOf[0].resolved).toEqual(
        ['group:default/payments'],
      );
      expect(asItIs.unblock).toEqual(
        expect.arrayContaining([expect.objectContaining({ kind: 'review' })]),
      );

      const { body } = await simulate({
        ...inProduction,
        quotesContext: true,
        facts: [healthy],
      });
      expect(body).toMatchObject({
        overridden: ['conditions.health'],
        facts: {
          conditions: {
            health: { source: 'override', value: { status: 'healthy' } },
          },
          context: { quoted: { note: expect.stringContaining('granted') } },
        },
        result: { decision: { verdict: 'allow' }, unblock: [] },
      });
      expect(JSON.stringify(body.result.decision.levels)).toContain(
        '"path":"conditions.health","value":{"status":"healthy"',
      );

      const unowned = await simulate({
        ...inProduction,
        facts: [{ path: 'target.owner', state: 'unknown' }],
      });
      expect(unowned.body.result.decision).toMatchObject({
        verdict: 'deny',
        reason: 'could-not-evaluate',
      });
      const nobody = await simulate({
        ...inProduction,
        facts: [
          {
            path: 'target.owner',
            state: 'known',
            value: 'group:default/nobody-there',
          },
        ],
      });
      expect(nobody.body.result.decision).toMatchObject({
        verdict: 'deny',
        because: expect.stringContaining('too few may'),
      });
    });

    it('moves the clock in one piece, to what is frozen then', async () => {
      const now = Date.now();
      const at = (ms: number) => new Date(now + ms).toISOString();
      const frozen = await portal.ask(OLIVIA, 'post', '/freezes', {
        scope: { entityRef: 'component:default/payments-api' },
        from: at(48 * HOUR_MS),
        to: at(50 * HOUR_MS),
        reason: 'Inventory',
      });
      expect(frozen.status).toBe(201);
      expect((await simulate(deploy)).body.result.decision.verdict).toBe(
        'allow',
      );
      const then = (await simulate({ ...deploy, at: at(49 * HOUR_MS) })).body;
      expect(then.result.decision).toMatchObject({
        verdict: 'deny',
        because: expect.stringContaining('Inventory'),
        effectiveAt: at(49 * HOUR_MS),
      });
      expect(then.moments).toMatchObject({
        decidedFor: at(49 * HOUR_MS),
        factsOfThen: [
          'time.now',
          'time.weekday',
          'time.hour',
          'conditions.freeze',
          'subject.delegation',
        ],
      });

      const { body } = await simulate({
        ...deploy,
        at: '2027-03-28T03:30:00+02:00',
        zone: 'Europe/Berlin',
      });
      expect(body.facts.time).toEqual({
        now: {
          value: '2027-03-28T01:30:00.000Z',
          state: 'known',
          source: 'override',
        },
        weekday: { value: 'sunday', state: 'known', source: 'override' },
        hour: { value: 3, state: 'known', source: 'override' },
        zone: { value: 'Europe/Berlin', state: 'known', source: 'override' },
      });
    });

    it('starts from a recorded decision, on the facts of then', async () => {
      const request = await propose({ ...deploy, environment: 'production' });
      const [recorded] = (await explain(request.id)).decisions;
      const { status, body } = await simulate({ decisionId: recorded.id });
      expect(status).toBe(200);
      expect(body.facts).toEqual(recorded.facts);
      expect(body.moments.gatheredAt).toBe(recorded.effectiveAt);
      expect(body.result.decision).toMatchObject({
        verdict: recorded.verdict,
        levels: recorded.levels,
        checkpoints: recorded.checkpoints,
      });

      const changed = await simulate({
        decisionId: recorded.id,
        agentRef: deploy.agentRef,
        input: { version: '9' },
        facts: [
          healthy,
          {
            path: 'context.quoted',
            state: 'known',
            value: { result: 'matches' },
          },
        ],
      });
      expect(changed.body).toMatchObject({
        overridden: ['input', 'conditions.health', 'context.quoted'],
        result: { decision: { verdict: 'allow' }, unblock: [] },
      });
      const other = await simulate({
        decisionId: recorded.id,
        targetRef: 'component:default/checkout-web',
      });
      expect(other.status).toBe(400);
      expect(other.body.error.message).toContain(`'targetRef'`);
      const none = await simulate({
        decisionId: '019a0000-0000-7000-8000-000000000009',
      });
      expect(none.status).toBe(404);
    });

    it('decides a second time with a draft, and tells what became of it', async () => {
      const yaml = (owner: string, when: string) => `
apiVersion: agent-governance.io/v1alpha1
kind: AgentPolicy
metadata:
  name: only-small
  title: Only small ones
spec:
  owner: ${owner}
  level: team
  rules:
    - name: too-wide
      effect: deny
      when: ${when}
      because: Too much depends on it.
`;
      const change = (text: string) => ({ changes: [{ kind: 'text', text }] });
      const { status, body } = await simulate({
        ...deploy,
        facts: [{ path: 'topology.dependents', state: 'known', value: 40 }],
        draft: change(
          yaml('group:default/payments', 'topology.dependents > 20'),
        ),
      });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        result: { decision: { verdict: 'allow' } },
        drafted: {
          decision: {
            verdict: 'deny',
            because: expect.stringContaining('Too much depends on it'),
          },
        },
        policies: [{ ref: 'agentpolicy:default/only-small', change: 'added' }],
      });
      expect(JSON.stringify(body.drafted.decision.levels)).toContain(
        '"id":"agentpolicy:default/only-small"',
      );

      const inert = await simulate({
        ...deploy,
        draft: change(yaml('user:default/olivia', 'topology.dependents > 20')),
      });
      expect(inert.body).toMatchObject({
        drafted: { decision: { verdict: 'allow' } },
        policies: [{ inert: expect.stringContaining('is not a group') }],
      });
      const broken = await simulate({
        ...deploy,
        draft: change(yaml('group:default/payments', 'topology.depth > 1')),
      });
      expect(broken.status).toBe(400);
      expect(broken.body.error.message).toMatch(
        /line 13, column \d+, 'rules\[0\].when'/,
      );
      const none = await simulate({
        ...deploy,
        draft: {
          changes: [{ kind: 'off', policyRef: 'agentpolicy:default/none' }],
        },
      });
      expect(none.status).toBe(400);
      expect(none.body.error.message).toContain('changes[0].policyRef');
    });

    it('takes the target from the input where the action says so', async () => {
      const { targetRef, environment, ...asked } = deploy;
      const restart = { ...asked, actionId: 'routes:restart' };
      const { body } = await simulate({
        ...restart,
        input: { service: 'payments-api' },
      });
      expect(body.facts.target.ref.value).toBe(targetRef);
      expect(body.facts.environment.name.value).toBe(environment);
      const elsewhere = await simulate({
        ...restart,
        input: { service: 'payments-api' },
        targetRef: 'component:default/checkout-web',
      });
      expect(elsewhere.status).toBe(400);
      expect(elsewhere.body.error.message).toContain('follows from its input');
    });

    it.each([
      [{ input: {} }, 'input must have required property'],
      [{ input: { version: 1 } }, 'input.version must be string'],
      [{ environment: 'moon' }, `Unknown environment 'moon'`],
      [{ actionId: 'deployments:fly' }, `Unknown action 'deployments:fly'`],
      [{ targetRef: 'a b' }, 'targetRef'],
      [{ onBehalfOf: 'user:default/ghost' }, `'onBehalfOf'`],
      [{ at: '2026-11-20T10:00:00' }, 'at: must be a moment'],
      [{ at: '2126-11-20T10:00:00Z' }, `'at' must be within 5 years`],
      [{ zone: 'Mars/Olympus' }, `'zone' must be the IANA name`],
      [
        {
          facts: [{ path: 'topology.distance', state: 'known', value: 'far' }],
        },
        `facts[0]: 'topology.distance': expected a whole number, 0 or more, got the text “far”`,
      ],
      [
        { facts: [{ path: 'conditions.freze', state: 'unknown' }] },
        `did you mean 'conditions.freeze'`,
      ],
      [{ facts: [healthy, healthy] }, 'facts[1]'],
      [
        { facts: [{ path: 'time.hour', state: 'known', value: 3 }] },
        `say what 'time.hour' is with 'at' and 'zone'`,
      ],
      [{ agentRef: undefined }, `'agentRef' is required`],
    ])('names what is wrong with %j', async (change, says) => {
      const { status, body } = await simulate({ ...deploy, ...change });
      expect(body.error?.message).toContain(says);
      expect(status).toBe(400);
    });

    it('invariant 2: says that a request would be turned away, and never makes up a verdict for it', async () => {
      const retired = await simulate({
        ...deploy,
        agentRef: 'agent:default/retired-bot',
      });
      expect(retired.status).toBe(409);
      expect(retired.body.error.message).toMatch(
        /turned away before anything is decided.*retired/,
      );
      const unknown = await simulate({
        ...deploy,
        targetRef: 'component:default/nothing',
      });
      expect(unknown.status).toBe(404);
    });

    it('invariant 12: is for people alone', async () => {
      expect((await simulate(deploy, { agent: 'deploy-bot' })).status).toBe(
        403,
      );
      expect((await simulate(deploy, 'registry')).status).toBe(403);
      expect((await simulate(deploy, 'nobody')).status).toBe(401);
    });
  },
);
