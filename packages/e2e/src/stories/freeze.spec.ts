import { deploy } from 'demo-agents/agents';
import { asAgent } from '../agents';
import { section } from '../pages';
import { asPerson, signInAs } from '../people';
import { expect, test } from '../test';
import { freshVersion } from '../world';

const SERVICE_PAGE = '/catalog/default/component/payments-api/agents';
const SYSTEM_PAGE = '/catalog/default/system/payments/agents';
const HOUR_MS = 3_600_000;

test('a freeze stops an agent that nobody told, says whose it is, and ends', async ({
  page,
  portal,
  world,
}) => {
  const deployBot = await asAgent(portal, 'deploy-bot');
  const version = freshVersion();
  const reason = `Release week before ${version}`;
  const askToDeploy = (what: string) =>
    deploy(deployBot, {
      service: 'payments-api',
      version: what,
      environment: 'production',
    });
  const deployments = async (what: string) =>
    (await world.effects()).filter(({ body }) => body.version === what);

  await test.step('a freeze of another system does not stop it', async () => {
    const priya = await asPerson(portal, 'priya');
    await priya.api.createFreeze({
      scope: { entityRef: 'system:default/checkout' },
      from: new Date().toISOString(),
      to: new Date(Date.now() + HOUR_MS).toISOString(),
      reason: 'Checkout is being moved',
      owner: 'group:default/payments',
    });
    const earlier = freshVersion();
    const asked = await askToDeploy(earlier);
    expect(asked).toMatchObject({ verdict: 'allow' });
    const done = await deployBot.wait(asked, { seconds: 30 });
    expect(done.state).toBe('succeeded');
    expect(await deployments(earlier)).toHaveLength(1);
  });

  await test.step('an owner freezes the payments system', async () => {
    await signInAs(page, 'priya', { path: SYSTEM_PAGE });
    await page.getByRole('link', { name: 'Set a freeze' }).click();
    const form = page.getByRole('dialog', { name: 'Set a freeze' });
    await expect(form.getByRole('combobox', { name: 'Entity' })).toHaveValue(
      'payments',
    );
    await form.getByRole('button', { name: /Environment/ }).click();
    await page.getByRole('option', { name: 'production' }).click();
    await form.getByLabel('Reason').fill(reason);
    const owner = form.getByRole('combobox', { name: 'Owner' });
    // what scrolls under an open list closes it, for people too
    await owner.click();
    await owner.fill('payments');
    // what is found opens the list again, also after somebody has chosen
    await expect(page.getByRole('option')).toHaveText([/^payments/]);
    await page.getByRole('option', { name: 'payments' }).click();
    await form.getByRole('button', { name: 'Set the freeze' }).click();
    await expect(form).toBeHidden();
    await expect(
      page
        .getByRole('gridcell')
        .getByRole('button')
        .filter({ hasText: reason })
        .first(),
    ).toBeVisible();
  });

  const refused =
    await test.step('the agent is refused before anything happens', async () => {
      const asked = await askToDeploy(version);
      expect(asked).toMatchObject({ state: 'denied', reason: 'denied' });
      expect(asked.because).toContain(reason);
      expect(asked.unblock).toContainEqual(
        expect.objectContaining({
          kind: 'freeze-ends',
          who: ['group:default/payments'],
          at: expect.any(String),
        }),
      );
      expect(await deployments(version)).toEqual([]);
      return asked;
    });

  await test.step('the service page shows the freeze and the refusal', async () => {
    await page.goto(SERVICE_PAGE);
    const strip = page.getByRole('status').filter({ hasText: reason });
    await expect(strip).toContainText(`Freeze in force: ${reason}`);
    await expect(strip).toContainText(/payments in production/i);
    const refusal = page
      .getByRole('listitem')
      .filter({ has: page.locator(`a[href$="${refused.id}"]`) });
    await expect(refusal).toContainText('Denied');
    await expect(refusal).toContainText(reason);
    await refusal.getByRole('link', { name: 'Deploy', exact: true }).click();
  });

  await test.step('the page of the request names freeze, owner and end', async () => {
    await expect(page).toHaveURL(new RegExp(refused.id));
    const standing = section(page, 'Where it stands');
    const end = refused.unblock.find(({ kind }) => kind === 'freeze-ends')!.at!;
    await expect(standing).toContainText(reason);
    await expect(standing).toContainText('What would change this');
    await expect(standing).toContainText(/payments/i);
    await expect(
      standing.locator(`time[datetime="${end}"]`).first(),
    ).toBeVisible();
  });

  await test.step('its owner ends it', async () => {
    await page.goto('/agent-governance/freezes?view=list');
    const freeze = page.getByRole('listitem').filter({ hasText: reason });
    await freeze.getByRole('button', { name: 'End now' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'End it' })
      .click();
    await expect(freeze).toContainText('Ended early');
  });

  await test.step('the same, asked again, runs unattended and once', async () => {
    const asked = await askToDeploy(version);
    expect(asked).toMatchObject({ verdict: 'allow' });
    const done = await deployBot.wait(asked, { seconds: 30 });
    expect(done).toMatchObject({ state: 'succeeded' });
    expect(await deployments(version)).toEqual([
      expect.objectContaining({
        key: done.execution!.idempotencyKey,
        outcome: 'accepted',
        body: { service: 'payments-api', environment: 'production', version },
      }),
    ]);
    await page.goto(SERVICE_PAGE);
    await expect(
      page
        .getByRole('listitem')
        .filter({ has: page.locator(`a[href$="${done.id}"]`) }),
    ).toContainText('Succeeded');
    await expect(page.getByText(`Freeze in force: ${reason}`)).toBeHidden();
  });
});
