import { asPerson, signInAs } from '../people';
import { expect, test } from '../test';

test('people have templates run, search and browse as if there were no agents', async ({
  page,
  portal,
}) => {
  await test.step('a template waits among those to choose from', async () => {
    await signInAs(page, 'priya');
    await page.goto('/create');
    await expect(
      page.getByRole('heading', { name: 'Read a service again' }),
    ).toBeVisible();
  });

  const priya = await asPerson(portal, 'priya');

  await test.step('and does what it says when she runs it', async () => {
    const started = await priya.fetch(`${portal.url}/api/scaffolder/v2/tasks`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        templateRef: 'template:default/read-again',
        values: { entity: 'component:default/payments-api' },
      }),
    });
    expect(started.status).toBe(201);
    const { id } = await started.json();
    await expect
      .poll(async () => {
        const task = await priya.fetch(
          `${portal.url}/api/scaffolder/v2/tasks/${id}`,
        );
        return (await task.json()).status;
      })
      .toBe('completed');
  });

  await test.step('search finds, and routes agents are refused answer her', async () => {
    for (const path of [
      '/api/search/query?term=payments',
      '/api/catalog/locations',
      '/api/scaffolder/v2/actions',
    ]) {
      const { status } = await priya.fetch(`${portal.url}${path}`);
      expect([path, status]).toEqual([path, 200]);
    }
  });
});
