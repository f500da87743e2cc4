import { ActionRegistry } from '../../actions/ActionRegistry';
import { Outside } from '../../__testUtils__/acme';
import { Foresight } from '../outlook/Foresight';
import { DefaultReachService } from './DefaultReachService';

const BOT = 'agent:default/bot';
const environments = [
  { name: 'staging', owner: 'group:default/sre', rank: 1, production: false },
];
const query = {
  targets: ['component:default/a', 'component:default/b'],
  actions: ['deployments:deploy'],
  environment: 'staging',
};

function setUp(foresight: object) {
  const actions = ActionRegistry.create();
  actions.add(new Outside().action());
  return DefaultReachService.create({
    foresight: foresight as Foresight,
    actions,
    environments,
    now: () => new Date('2026-11-23T02:00:00Z'),
  });
}

describe('DefaultReachService', () => {
  it('invariant 11: never takes an agent that could not be asked as for one that may not', async () => {
    const reach = setUp(
      Foresight.create({
        standing: {
          check: async () => ({ stands: true, agentRef: BOT }),
        },
        tokens: {
          credentialsFor: async () => {
            throw new Error('The mint is away');
          },
        },
      } as unknown as Parameters<typeof Foresight.create>[0]),
    );
    const { targets } = await reach.get(BOT, query);
    expect(targets.map(({ verdicts }) => verdicts[0].reason)).toEqual([
      'could-not-evaluate',
      'could-not-evaluate',
    ]);
  });

  it('finds out nothing more once whoever asked is gone', async () => {
    const asked = new AbortController();
    const inFrontOf = jest.fn(async () => {
      asked.abort();
      return { verdict: 'deny', reason: 'denied', because: 'No.', unblock: [] };
    });
    const reach = setUp({ asking: async () => ({}), inFrontOf });
    await expect(
      reach.get(BOT, query, { signal: asked.signal }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(inFrontOf).toHaveBeenCalledTimes(1);
  });
});
