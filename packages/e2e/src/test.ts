import { test as base } from '@playwright/test';
import { AGENT_NAMES } from 'demo-agents/fleet';
import { asAgent } from './agents';
import { asPerson, releaseStops } from './people';
import { readSharedPortal, SharedPortal } from './setup/sharedPortal';
import { calmDown, DemoWorld } from './world';

export { expect } from '@playwright/test';

/**
 * Playwright's `test`, at home in the portal that all stories share. When a story begins, nothing goes wrong, nothing is
 * stopped or frozen and nothing waits for anybody.
 */
export const test = base.extend<
  { calm: void },
  { portal: SharedPortal; world: DemoWorld }
>({
  portal: [({}, use) => use(readSharedPortal()), { scope: 'worker' }],
  world: [
    ({ portal }, use) => use(new DemoWorld(portal.demoWorldUrl)),
    { scope: 'worker' },
  ],
  baseURL: ({ portal }, use) => use(portal.url),
  calm: [
    async ({ portal, world }, use) => {
      const rosa = await asPerson(portal, 'rosa');
      await calmDown(world, rosa);
      for (const name of AGENT_NAMES) {
        const agent = await asAgent(portal, name);
        const held = await agent.list({
          state: ['held'],
          limit: 100,
        });
        for (const { id } of held.items) {
          await agent.withdraw(id);
        }
      }
      const { api } = rosa;
      const { items } = await api.listFreezes({
        state: ['in-force', 'planned'],
        limit: 100,
      });
      for (const { id, revision } of items) {
        await api.endFreeze(id, { revision });
      }
      await releaseStops([rosa, await asPerson(portal, 'priya')]);
      await use();
    },
    { auto: true },
  ],
});
