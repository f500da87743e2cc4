import { Locator, Page } from '@playwright/test';

/** The part of one of our pages that stands under this heading. */
export function section(page: Page, title: string): Locator {
  return page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) });
}
