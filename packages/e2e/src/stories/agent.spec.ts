import { asAgent } from '../agents';
import { expect, test } from '../test';

test(
  'an agent signs in with its own key and learns what it may ask for',
  { tag: '@postgres' },
  async ({ portal }) => {
    const agent = await asAgent(portal, 'deploy-bot');
    const actions = await agent.actions();
    expect(actions.map(({ id }) => id)).toContain('deployments:deploy');
  },
);
