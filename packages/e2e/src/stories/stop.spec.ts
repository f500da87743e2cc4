import { deploy } from 'demo-agents/agents';
import { asAgent } from '../agents';
import { section } from '../pages';
import { asPerson, signInAs } from '../people';
import { expect, test } from '../test';
import { freshVersion } from '../world';

const PAYMENTS = 'component:default/payments-api';
const SERVICE_PAGE = '/catalog/default/component/payments-api/agents';
const AGENT_PAGE = '/catalog/default/agent/deploy-bot/agents';
/** Longer than anybody waits for a deployment. */
const STUCK_MS = 600_000;

test(
  'somebody pulls the brake on an agent: what waits is void, what runs is cut off, what is new is refused, and several release it',
  { tag: '@postgres' },
  async ({ page, portal, world }) => {
    test.setTimeout(180_000);
    const deployBot = await asAgent(portal, 'deploy-bot');
    const priya = await asPerson(portal, 'priya');
    const reason = `Rolls the same version out again and again, ${freshVersion()}`;
    const ask = (
      environment: 'staging' | 'production',
      service = 'payments-api',
    ) => deploy(deployBot, { service, version: freshVersion(), environment });
    const stateOf = async (id: string) => (await deployBot.get(id)).state;

    const running =
      await test.step('one deployment is under way, another waits for a person', async () => {
        await world.disturb({ kind: 'delay', delayMs: STUCK_MS });
        const asked = await ask('staging');
        await expect.poll(() => stateOf(asked.id)).toBe('executing');
        return asked;
      });
    await world.setHealth(PAYMENTS, 'unhealthy');
    await expect
      .poll(async () => {
        const { environments } = await priya.api.getConditions(PAYMENTS);
        return environments.every(
          ({ health }) => health.value?.status === 'unhealthy',
        );
      })
      .toBe(true);
    const held = await ask('production');
    expect(held).toMatchObject({ state: 'held' });

    await test.step('an owner of the service stops the agent here, and is told what that does', async () => {
      await signInAs(page, 'priya', { path: SERVICE_PAGE });
      await page.getByRole('button', { name: 'Stop', exact: true }).click();
      const dialog = page.getByRole('dialog', {
        name: 'What is to be stopped?',
      });
      await dialog.getByRole('radio', { name: 'One agent, here' }).check();
      await dialog.getByRole('button', { name: /Agent/ }).click();
      await page.getByRole('option', { name: /deploy-bot/i }).click();
      await expect(dialog).toContainText('1 held request ends.');
      await expect(dialog).toContainText('1 execution is cut off.');
      await dialog.getByLabel(/Reason/).fill(reason);
      await dialog.getByRole('button', { name: 'Stop now' }).click();
      await expect(dialog).toBeHidden();
      await expect(
        page.getByRole('status').filter({ hasText: reason }),
      ).toContainText(/Pulled by Priya Nair/);
    });

    await test.step('what waited is void, and what ran is cut off and known to be unknown', async () => {
      await expect.poll(() => stateOf(held.id)).toBe('stopped');
      await expect.poll(() => stateOf(running.id)).toBe('unknown');
      await page.goto(`/agent-governance/requests/${held.id}`);
      await expect(section(page, 'Where it stands')).toContainText(reason);
      await page.goto(`/agent-governance/requests/${running.id}`);
      await expect(section(page, 'Where it stands')).toContainText(
        /A stop was pulled while it ran/,
      );
    });

    await world.calm();
    const refused =
      await test.step('what is new is refused and names the stop; elsewhere the agent goes on', async () => {
        const asked = await ask('staging');
        expect(asked).toMatchObject({ state: 'denied', reason: 'denied' });
        expect(asked.because).toContain(reason);
        expect(asked.unblock).toContainEqual(
          expect.objectContaining({
            kind: 'stop-released',
            who: ['group:default/payments'],
          }),
        );
        const elsewhere = await ask('staging', 'orders-api');
        const done = await deployBot.wait(elsewhere, { seconds: 30 });
        expect(done.state).toBe('succeeded');
        return asked;
      });

    await test.step('it shows where the agent is looked at, and first in how the refusal was decided', async () => {
      await page.goto(AGENT_PAGE);
      await expect(
        page.getByRole('status').filter({ hasText: reason }),
      ).toContainText('Stopped:');
      await page.goto(`/agent-governance/requests/${refused.id}`);
      await expect(section(page, 'Where it stands')).toContainText(
        'What would change this',
      );
      await expect(section(page, 'What it saw')).toContainText(reason);
    });

    await test.step('one person alone does not release it', async () => {
      await page.goto(SERVICE_PAGE);
      await page.getByRole('link', { name: 'Release it' }).click();
      const dialog = page.getByRole('dialog', { name: 'Release this stop?' });
      await expect(dialog).toContainText('0 of 2 people agree');
      await dialog.getByLabel('Comment').fill('Its loop is fixed');
      await dialog.getByRole('button', { name: 'Agree to release' }).click();
      await expect(dialog).toBeHidden();
      const stop = page.getByRole('listitem').filter({ hasText: reason });
      await expect(stop.first()).toContainText('1 of 2 people agree');
      expect((await ask('staging')).state).toBe('denied');
    });

    await test.step('a second one does, and it runs again', async () => {
      await signInAs(page, 'rosa', { path: '/agent-governance/stops' });
      const inForce = section(page, 'In force');
      const stop = inForce.getByRole('listitem').filter({ hasText: reason });
      await expect(stop.first()).toContainText('Its loop is fixed');
      await stop.getByRole('button', { name: 'Release' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Agree to release' }).click();
      await expect(dialog).toBeHidden();
      await expect(section(page, 'Released')).toContainText(reason);
      await expect(inForce).not.toContainText(reason);

      const again = await ask('staging');
      const done = await deployBot.wait(again, { seconds: 30 });
      expect(done.state).toBe('succeeded');
      // what was stopped stays so
      expect(await stateOf(held.id)).toBe('stopped');
    });

    await test.step('the record of all this holds', async () => {
      const vera = await asPerson(portal, 'vera');
      expect(await vera.api.verifyLedger()).toMatchObject({
        ok: true,
        findings: [],
      });
    });
  },
);
