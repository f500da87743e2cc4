import { deploy } from 'demo-agents/agents';
import { expectAccessible } from '../accessibility/expectAccessible';
import { asAgent } from '../agents';
import { openPage, section } from '../pages';
import { asPerson, signInAs } from '../people';
import { expect, test } from '../test';
import { freshVersion } from '../world';

const SERVICE_PAGE = '/catalog/default/component/payments-api/agents';
const ZONE = 'Asia/Kathmandu';
const HOUR_MS = 3_600_000;

/** What the clocks of a zone show, as a recurrence begins: `2026-11-20T16:05`. */
function onTheWall(moment: number): string {
  return new Date(moment)
    .toLocaleString('sv-SE', { timeZone: ZONE })
    .replace(' ', 'T')
    .slice(0, 16);
}

test(
  'a freeze that comes back stops an agent when it is its time, and an exception lets one thing through',
  { tag: '@postgres' },
  async ({ page, portal, world }) => {
    test.setTimeout(180_000);
    const deployBot = await asAgent(portal, 'deploy-bot');
    const priya = await asPerson(portal, 'priya');
    const reason = `Quiet hours ${freshVersion()}`;
    const askToDeploy = (version: string) =>
      deploy(deployBot, {
        service: 'payments-api',
        version,
        environment: 'production',
      });

    await test.step('outside of its hours, and for another system, it stops nobody', async () => {
      const daily = {
        rule: 'FREQ=DAILY',
        duration: 'PT2H',
        zone: ZONE,
      };
      await priya.api.createFreeze({
        scope: { entityRef: 'system:default/payments' },
        recurrence: {
          ...daily,
          start: onTheWall(Date.now() - 30 * 24 * HOUR_MS + 6 * HOUR_MS),
        },
        reason: `${reason}, later today`,
      });
      await priya.api.createFreeze({
        scope: { entityRef: 'system:default/checkout' },
        recurrence: {
          ...daily,
          start: onTheWall(Date.now() - 30 * 24 * HOUR_MS - HOUR_MS),
        },
        reason: `${reason}, elsewhere`,
      });
      const asked = await askToDeploy(freshVersion());
      expect(asked).toMatchObject({ verdict: 'allow' });
      await deployBot.wait(asked, { seconds: 30 });
    });

    const freeze = await priya.api.createFreeze({
      scope: {
        entityRef: 'system:default/payments',
        actions: ['deployments:*'],
        environments: ['production'],
      },
      recurrence: {
        rule: 'FREQ=DAILY',
        start: onTheWall(Date.now() - 30 * 24 * HOUR_MS - HOUR_MS),
        duration: 'PT2H',
        zone: ZONE,
      },
      reason,
      owner: 'group:default/payments',
    });
    const version = freshVersion();
    const refused =
      await test.step('within its hours the agent is refused until they are over', async () => {
        const asked = await askToDeploy(version);
        expect(asked).toMatchObject({ state: 'denied' });
        expect(asked.because).toContain(reason);
        expect(asked.unblock).toContainEqual(
          expect.objectContaining({ kind: 'freeze-ends', at: freeze.to }),
        );
        return asked;
      });

    await test.step('the calendar shows it on every day, and what it stops', async () => {
      await signInAs(page, 'sam', {
        path: '/agent-governance/freezes?covering=component:default/payments-api',
      });
      const on = (words: string) =>
        page
          .getByRole('gridcell')
          .getByRole('button')
          .filter({ hasText: reason })
          .filter({ hasText: words });
      await expect(on('in force').first()).toBeVisible();
      await page.getByRole('button', { name: 'Month after' }).click();
      await expect.poll(() => on('planned').count()).toBeGreaterThan(20);
      await page.getByRole('button', { name: 'Month before' }).click();
      await on('in force').first().click();
      await expect(section(page, 'When and where')).toContainText(
        `${ZONE} time`,
      );
      await expect(
        section(page, 'What and who is affected').getByRole('link', {
          name: 'Payments API',
        }),
      ).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('somebody asks for an exception, which by itself lets nothing through', async () => {
      await page.getByRole('button', { name: 'Ask for an exception' }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('combobox', { name: 'Entity' }).fill('payments-api');
      await page.getByRole('option', { name: 'payments-api' }).first().click();
      await form.getByRole('combobox', { name: 'Agent' }).fill('deploy-bot');
      await page.getByRole('option', { name: 'deploy-bot' }).click();
      await form.getByLabel('Reason').fill('Refunds are broken');
      await form.getByRole('button', { name: 'Ask for it' }).click();
      await expect(form).toBeHidden();
      const exceptions = section(page, 'Exceptions');
      await expect(exceptions).toContainText('0 of 1 approval');
      await expect(
        exceptions.getByRole('button', { name: 'Approve' }),
      ).toBeDisabled();
      expect(await askToDeploy(version)).toMatchObject({ state: 'denied' });
    });

    await test.step('an owner approves it', async () => {
      await signInAs(page, 'priya');
      await openPage(page, `/agent-governance/freezes?freeze=${freeze.id}`);
      const exceptions = section(page, 'Exceptions');
      await exceptions.getByRole('button', { name: 'Approve' }).click();
      await expect(exceptions).toContainText('1 of 1 approval: Priya Nair');
      await expect(exceptions).toContainText('Active');
    });

    await test.step('what is excepted runs, and the record says by whom', async () => {
      const asked = await askToDeploy(version);
      expect(asked).toMatchObject({ verdict: 'allow' });
      const done = await deployBot.wait(asked, { seconds: 30 });
      expect(done).toMatchObject({ state: 'succeeded' });
      await openPage(page, `/agent-governance/requests/${done.id}`);
      await expect(section(page, 'What it saw')).toContainText(
        `Excepted by Priya Nair from: Freeze ${reason}`,
      );
      await page.goto(SERVICE_PAGE);
      const strip = page.getByRole('status').filter({ hasText: reason });
      await expect(strip).toContainText('It comes every day');
      await expect(strip).toContainText('Excepted until');
    });

    await test.step('everything else of the system is as frozen as before', async () => {
      const other = await deploy(deployBot, {
        service: 'fraud-check',
        version: freshVersion(),
        environment: 'production',
      });
      expect(other).toMatchObject({ state: 'denied' });
      expect(other.because).toContain(reason);
      const effects = (await world.effects()).filter(
        ({ body }) => body.version === version,
      );
      expect(effects).toHaveLength(1);
      expect(refused.state).toBe('denied');
    });
  },
);
