import { expect, Page } from '@playwright/test';

/** Opens a page, and waits until everything of ours on it has an answer. */
export async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const ours = page.locator('[data-agent-governance]');
  await expect(ours.first()).toBeVisible();
  await expect(ours.locator('[aria-busy="true"]')).toHaveCount(0);
}
