import { expect, Page } from '@playwright/test';
import { Persona, personas } from './personas';

/**
 * Signs a browser tab in as one of the demo's people, whoever it was before.
 *
 * @param options - `path`: where to go then; defaults to the first page
 */
export async function signInAs(
  page: Page,
  persona: Persona,
  options: { path?: string } = {},
): Promise<void> {
  const { path = '/' } = options;
  const { name } = personas[persona];
  await page.goto(path);
  await page.evaluate(() => window.sessionStorage.clear());
  await page.reload();
  await page.getByRole('button', { name: `Continue as ${name}` }).click();
  await expect(
    page.getByRole('link', { name: 'Settings', exact: true }),
  ).toBeVisible();
}
