import { expectAccessible } from '../accessibility/expectAccessible';
import { expectFits, openPage, section } from '../pages';
import { asPerson, signInAs } from '../people';
import { expect, test } from '../test';
import { freshVersion } from '../world';

const SERVICE_PAGE = '/catalog/default/component/payments-api/agents';
const HOUR_MS = 3_600_000;
const NARROW = { width: 400, height: 800 };
/** An open page hears of a change, or asks again, in its own time. */
const PATIENCE = { timeout: 75_000 };

test('what may agents do here now: allowed becomes denied when a freeze begins, says why, and what would change it', async ({
  page,
  portal,
}) => {
  test.setTimeout(180_000);
  const reason = `Month's end before ${freshVersion()}`;
  const outlook = section(page, 'What may agents do here now?');
  const verdict = (environment: string) =>
    outlook.getByRole('button', { name: `Deploy in ${environment}:` });
  const why = outlook.getByRole('region', { name: 'Why' });

  await test.step('before anybody asks, the page says what would be decided', async () => {
    await signInAs(page, 'priya');
    await openPage(page, SERVICE_PAGE);
    await expect(outlook).toContainText('Deploy-bot');
    await expect(verdict('staging')).toContainText('Allowed');
    await expect(verdict('production')).toContainText('Allowed');
    await expectAccessible(page);
  });

  await test.step('and why', async () => {
    await verdict('production').focus();
    await page.keyboard.press('Enter');
    await expect(verdict('production')).toHaveAttribute(
      'aria-expanded',
      'true',
    );
    await expect(why).toContainText('Deploy in production');
    await expect(why).toContainText('Allowed');
    await expect(page).toHaveURL(
      /action=deployments%3Adeploy&environment=production/,
    );
  });

  await test.step('a freeze begins, and the open page follows', async () => {
    const { api } = await asPerson(portal, 'priya');
    await api.createFreeze({
      scope: {
        entityRef: 'system:default/payments',
        environments: ['production'],
      },
      from: new Date().toISOString(),
      to: new Date(Date.now() + HOUR_MS).toISOString(),
      reason,
      owner: 'group:default/payments',
    });
    await expect(verdict('production')).toContainText('Denied', PATIENCE);
    await expect(verdict('staging')).toContainText('Allowed');
    const strip = page.getByRole('status', { name: 'What is in force here' });
    await expect(strip).toContainText(`Freeze in force: ${reason}`, PATIENCE);
  });

  await test.step('it says why, who can change it, and when it ends by itself', async () => {
    await expect(why).toContainText('Denied', PATIENCE);
    await expect(why).toContainText(reason);
    await expect(why).toContainText('What would change it');
    const step = why.getByRole('listitem').filter({ hasText: reason });
    await expect(step).toContainText('Then it would be allowed.');
    await expect(
      step.getByRole('link', { name: 'Payments', exact: true }),
    ).toBeVisible();
    await expect(step).toContainText('By itself: in');
    await expectAccessible(page);
    const { width, height } = page.viewportSize()!;
    await page.setViewportSize(NARROW);
    await expectFits(page);
    await page.setViewportSize({ width, height });
  });

  await test.step('and leads to the freeze, which its owner ends', async () => {
    await why.getByRole('link', { name: 'See the freeze' }).click();
    await expect(page).toHaveURL(/agent-governance\/freezes\?freeze=/);
    await expect(page.getByText(reason)).toBeVisible();
    await page.getByRole('button', { name: 'End now' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'End it' })
      .click();
    await expect(page.getByText('Ended early')).toBeVisible();
  });

  await test.step('back where they came from, it is allowed again', async () => {
    await page.goBack();
    await expect(verdict('production')).toContainText('Allowed', PATIENCE);
    await expect(verdict('production')).toHaveAttribute(
      'aria-expanded',
      'true',
    );
    await expect(page.getByText(`Freeze in force: ${reason}`)).toBeHidden(
      PATIENCE,
    );
  });
});
