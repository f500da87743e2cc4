import { expect, Page } from '@playwright/test';

/** The looks a person can choose in the settings. */
export type Theme = 'light' | 'dark';

/** Makes a person's choice of looks, before the first page is opened. */
export async function chooseTheme(page: Page, theme: Theme): Promise<void> {
  await page.addInitScript(
    choice => window.localStorage.setItem('theme', choice),
    theme,
  );
}

export async function expectTheme(page: Page, theme: Theme): Promise<void> {
  await expect(page.locator('body')).toHaveAttribute('data-theme-mode', theme);
}
