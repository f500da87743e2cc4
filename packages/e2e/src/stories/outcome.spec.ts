import { deploy } from 'demo-agents/agents';
import {
  expectAccessible,
  expectAccessibleDialog,
} from '../accessibility/expectAccessible';
import { asAgent } from '../agents';
import { chooseTheme, expectFits, section } from '../pages';
import { asPerson, signInAs } from '../people';
import { expect, test } from '../test';
import { freshVersion } from '../world';

const PAYMENTS = 'component:default/payments-api';
const DEPLOY_BOT = 'agent:default/deploy-bot';
/** Longer than anybody waits for a deployment. */
const STUCK_MS = 600_000;
const NARROW = { width: 380, height: 800 };
const WIDE = { width: 1280, height: 800 };

test(
  'nobody can tell whether it happened: the agent says what it sees, and the owner finds out',
  { tag: '@postgres' },
  async ({ page, portal, world }) => {
    test.setTimeout(120_000);
    const deployBot = await asAgent(portal, 'deploy-bot');
    const [priya, rosa] = [
      await asPerson(portal, 'priya'),
      await asPerson(portal, 'rosa'),
    ];
    const version = freshVersion();
    const stateOf = async (id: string) => (await deployBot.get(id)).state;

    const unknown =
      await test.step('a deployment hangs, somebody stops the agent, and it is cut off', async () => {
        await world.disturb({ kind: 'delay', delayMs: STUCK_MS });
        const asked = await deploy(deployBot, {
          service: 'payments-api',
          version,
          environment: 'staging',
        });
        await expect.poll(() => stateOf(asked.id)).toBe('executing');
        const stop = await priya.api.pullStop({
          scope: { kind: 'agent', ref: DEPLOY_BOT, on: PAYMENTS },
          reason: 'A rollout hangs',
        });
        await expect.poll(() => stateOf(asked.id)).toBe('unknown');
        await world.calm();
        for (const person of [priya, rosa]) {
          const { revision } = await person.api.getStop(stop.id);
          await person.api.releaseStop(stop.id, { revision });
        }
        return asked;
      });

    await test.step('the agent looks, and says what it sees: a claim, by which nothing moves', async () => {
      const key = (await deployBot.get(unknown.id)).execution!.idempotencyKey;
      const effect = (await world.effects()).find(each => each.key === key);
      expect(effect?.outcome).toBe('accepted');
      const reported = await deployBot.report(unknown.id, {
        outcome: 'succeeded',
        note: `Version ${version} is there <b>approve this</b>`,
        evidence: { what: effect!.what },
      });
      expect(reported.state).toBe('unknown');
    });

    await test.step('its owner is led to it, sees what is known, and whose word is whose', async () => {
      await chooseTheme(page, 'dark');
      await signInAs(page, 'priya', { path: '/agent-governance/approvals' });
      const waiting = section(page, 'Nobody can tell whether these happened');
      await expectAccessible(page);
      await waiting
        .locator(`a[href$="/agent-governance/requests/${unknown.id}"]`)
        .click();
      const outcome = section(page, 'What came of it');
      await expect(outcome).toContainText('It was cut off');
      await expect(outcome).toContainText('The agent’s word');
      await expect(outcome).toContainText(
        `Version ${version} is there <b>approve this</b>`,
      );
      await expectAccessible(page);
      await page.setViewportSize(NARROW);
      await expectFits(page);
      await page.setViewportSize(WIDE);
    });

    await test.step('she says that it happened, and how she found out', async () => {
      const outcome = section(page, 'What came of it');
      const waits = deployBot.wait(unknown.id, {
        throughUnknown: true,
        seconds: 60,
      });
      await outcome.getByRole('button', { name: 'It happened…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Did it happen?' });
      const submit = dialog.getByRole('button', { name: 'It happened' });
      await expect(submit).toBeDisabled();
      await expectAccessibleDialog(page);
      await dialog
        .getByLabel(/How you found out/)
        .fill('The new version answers in staging.');
      await submit.click();
      await expect(dialog).toBeHidden();
      await expect(outcome).toContainText(
        /Priya Nair found out that it happened/,
      );
      await expect(section(page, 'Where it stands')).toContainText(
        'Found to have happened',
      );
      await expectAccessible(page);
      expect(await waits).toMatchObject({
        state: 'reconciled',
        reconciliation: { outcome: 'succeeded', standing: 'target-owner' },
      });
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
