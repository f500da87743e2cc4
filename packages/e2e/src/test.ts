import { test as base } from '@playwright/test';
import { asPerson } from './people';
import { readSharedPortal, SharedPortal } from './setup/sharedPortal';
import { DemoWorld } from './world';

export { expect } from '@playwright/test';

/** Playwright's `test`, at home in the portal that all stories share. Every story begins without faults and freezes. */
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
      await world.calm();
      const { api } = await asPerson(portal, 'rosa');
      const { items } = await api.listFreezes({
        state: ['in-force', 'planned'],
        limit: 100,
      });
      for (const { id, revision } of items) {
        await api.endFreeze(id, { revision });
      }
      await use();
    },
    { auto: true },
  ],
});
