import { personas } from '../people';
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
