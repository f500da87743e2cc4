import { test as base } from '@playwright/test';
import { readSharedPortal, SharedPortal } from './setup/sharedPortal';

export { expect } from '@playwright/test';

/** Playwright's `test`, at home in the portal that all stories share. */
export const test = base.extend<object, { portal: SharedPortal }>({
  portal: [({}, use) => use(readSharedPortal()), { scope: 'worker' }],
  baseURL: ({ portal }, use) => use(portal.url),
});
