import { asAgent } from '../agents';
import { asPerson } from '../people';
import { expect, test } from '../test';
import { waysAround } from '../waysAround';

test.describe('an agent with a valid token that would rather not ask', () => {
  for (const way of waysAround) {
    test(`${way.title}: refused`, async ({ portal }) => {
      const agent = await asAgent(portal, 'deploy-bot');
      const answers = await way.try({
        agentToken: await agent.token(),
        portalUrl: portal.url,
      });
      expect(answers.length).toBeGreaterThan(0);
      expect(answers.filter(({ refused }) => !refused)).toEqual([]);
    });
  }

  test('what it invoked without a grant is on record, denied', async ({
    portal,
  }) => {
    const agent = await asAgent(portal, 'deploy-bot');
    const rosa = await asPerson(portal, 'rosa');
    const asked = waysAround.filter(({ id }) =>
      ['portal-action', 'stock-mcp'].includes(id),
    );
    for (const way of asked) {
      await way.try({
        agentToken: await agent.token(),
        portalUrl: portal.url,
      });
    }
    const { items } = await rosa.api.listActionRequests({
      action: 'catalog:unregister-entity',
      limit: 2,
    });
    expect(items.map(({ state }) => state)).toEqual(['denied', 'denied']);
    expect(items[0].actionDigest).toBe(items[1].actionDigest);
  });
});
