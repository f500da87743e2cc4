import fc from 'fast-check';
import { newKey } from './__testUtils__/agentKey';
import { FakePortal, Trouble } from './__testUtils__/FakePortal';
import { quickly } from './__testUtils__/quickly';
import { GovernedAgent } from './GovernedAgent';

jest.setTimeout(120_000);

const passing = fc.constantFrom<Trouble>(
  'none',
  'busy',
  'unavailable',
  'gateway',
  'dropped-before',
  'dropped-after',
  'cut-off',
);

/** A bad day: anything, and once in it the portal forgets who the agent is. */
const badDay = fc
  .tuple(fc.array(passing, { maxLength: 12 }), fc.array(passing))
  .map(([before, after]): Trouble[] => [...before, 'forgotten', ...after]);

const ways = fc.constantFrom(
  ['executing', 'succeeded'] as const,
  ['held', 'authorised', 'executing', 'succeeded'] as const,
  ['succeeded'] as const,
);

const asked = {
  action: 'deployments:deploy',
  target: 'component:default/payments-api',
  environment: 'staging',
  input: {},
};

describe('asking on a bad day', () => {
  const key = newKey();

  async function onPortal(
    troubles: Trouble[],
    test: (portal: FakePortal, agent: GovernedAgent) => Promise<void>,
    withinSeconds = 60,
  ) {
    const portal = new FakePortal();
    await portal.start();
    try {
      portal.troubles = [...troubles];
      const agent = GovernedAgent.create({
        portalUrl: portal.url,
        agentRef: 'agent:default/deploy-bot',
        key,
        retry: { ...quickly, withinSeconds },
      });
      await test(portal, agent);
    } finally {
      await portal.stop();
    }
  }

  it('one ask is one request, and its answer arrives', async () => {
    await fc.assert(
      fc.asyncProperty(badDay, ways, async (troubles, path) =>
        onPortal(troubles, async (portal, agent) => {
          portal.path = [...path];
          const done = await agent.ask(asked);
          expect([...portal.requests.values()]).toEqual([done]);
          expect(done.state).toBe('succeeded');
        }),
      ),
      { numRuns: 60 },
    );
  });

  it('as many asks at once are as many requests, each with its own answer', async () => {
    await fc.assert(
      fc.asyncProperty(
        badDay,
        fc.integer({ min: 2, max: 8 }),
        async (troubles, count) =>
          onPortal(troubles, async (portal, agent) => {
            const done = await Promise.all(
              Array.from({ length: count }, (_, index) =>
                agent.ask({ ...asked, target: `component:default/c-${index}` }),
              ),
            );
            expect(portal.requests.size).toBe(count);
            expect(done.map(({ targetRef }) => targetRef)).toEqual(
              done.map((_, index) => `component:default/c-${index}`),
            );
          }),
      ),
      { numRuns: 30 },
    );
  });

  it('an ask that had to be given up is found again under the key in the error', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          passing.filter(each => each !== 'none'),
          { minLength: 1, maxLength: 6 },
        ),
        async troubles =>
          onPortal(
            // signs in first
            ['none', ...troubles],
            async (portal, agent) => {
              const error = await agent.request(asked).catch(thrown => thrown);
              const { idempotencyKey } = error;
              expect(idempotencyKey).toEqual(expect.any(String));
              portal.troubles = [];
              const found = await agent.request(asked, { idempotencyKey });
              expect([...portal.requests]).toEqual([[idempotencyKey, found]]);
            },
            0,
          ),
      ),
      { numRuns: 40 },
    );
  });

  it('one call has one effect at most, and whoever does not hear of it is told so', async () => {
    await fc.assert(
      fc.asyncProperty(badDay, fc.boolean(), async (troubles, isHeld) =>
        onPortal(troubles, async (portal, agent) => {
          portal.decided = isHeld ? { state: 'held' } : {};
          portal.path = ['authorised'];
          const called = await agent.call(asked).catch(thrown => thrown);
          expect(portal.effects).toBeLessThanOrEqual(1);
          expect(called).toMatchObject(
            called instanceof Error
              ? { name: 'PortalUnavailableError' }
              : { output: { effects: 1 } },
          );
        }),
      ),
      { numRuns: 60 },
    );
  });
});
