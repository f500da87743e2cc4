import { personas, signInAs } from '../people';
import { expect, test } from '../test';

test('a visitor is offered every person of the demo to be', async ({
  page,
}) => {
  await page.goto('/');
  for (const { name } of Object.values(personas)) {
    await expect(
      page.getByRole('button', { name: `Continue as ${name}` }),
    ).toBeVisible();
  }
});

test(
  'a person finds the services their team owns',
  { tag: '@postgres' },
  async ({ page }) => {
    await signInAs(page, 'priya');
    await expect(
      page.getByRole('link', { name: 'Payments API' }),
    ).toBeVisible();
  },
);
