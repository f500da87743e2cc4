import { deploy } from 'demo-agents/agents';
import { expectAccessible } from '../accessibility/expectAccessible';
import { asAgent } from '../agents';
import { section } from '../pages';
import { asPerson, personas, signInAs } from '../people';
import { expect, test } from '../test';
import { freshVersion } from '../world';

const PAYMENTS = 'component:default/payments-api';
const PAGE = '/agent-governance/delegations';
const HOUR_MS = 3_600_000;

test(
  'a person lets an agent act on their behalf, by a name to quote and nothing else; it tightens, and ends with a word',
  { tag: '@postgres' },
  async ({ page, portal, world }) => {
    test.setTimeout(180_000);
    const deployBot = await asAgent(portal, 'deploy-bot');
    const reason = `Rolls out what I merge, ${freshVersion()}`;
    const ask = (
      delegation: string | undefined,
      environment: 'staging' | 'production' = 'staging',
    ) =>
      deploy(
        deployBot,
        { service: 'payments-api', version: freshVersion(), environment },
        { ...(delegation && { delegation }) },
      );

    await test.step('Priya, who owns payments, delegates deployments to the bot', async () => {
      await signInAs(page, 'priya', { path: PAGE });
      await page.getByRole('button', { name: 'Delegate' }).click();
      const form = page.getByRole('dialog', { name: 'Delegate to an agent' });
      const agent = form.getByRole('combobox', { name: 'Agent' });
      await agent.click();
      await agent.fill('deploy');
      await page.getByRole('option', { name: /deploy-bot/i }).click();
      await form.getByRole('button', { name: /Actions/ }).click();
      await page
        .getByRole('option', { name: 'Every action of deployments:' })
        .click();
      await page.keyboard.press('Escape');
      await form.getByLabel('What for').fill(reason);
      await expectAccessible(page);
      await form.getByRole('button', { name: 'Delegate' }).click();
      await expect(form).toBeHidden();
      const granted = page.getByRole('listitem').filter({ hasText: reason });
      await expect(granted).toContainText('In force');
      await expect(granted).toContainText(/on behalf of Priya Nair/i);
      await expectAccessible(page);
    });

    const delegation =
      await test.step('the bot finds it, and nobody else does', async () => {
        const found = (await deployBot.delegations()).find(
          one => one.reason === reason,
        );
        expect(found).toMatchObject({
          grantedBy: personas.priya.ref,
          actions: ['deployments:*'],
        });
        const triageBot = await asAgent(portal, 'triage-bot');
        const theirs = await triageBot.delegations();
        expect(theirs.map(({ id }) => id)).not.toContain(found!.id);
        await expect(
          deploy(
            triageBot,
            {
              service: 'payments-api',
              version: freshVersion(),
              environment: 'staging',
            },
            { delegation: found!.id },
          ),
        ).rejects.toThrow(/'delegation'/);
        return found!.id;
      });

    await test.step('what it does under it names two: who acts, and for whom', async () => {
      const asked = await ask(delegation);
      expect(asked).toMatchObject({
        verdict: 'allow',
        agentRef: 'agent:default/deploy-bot',
        onBehalfOf: personas.priya.ref,
        delegationId: delegation,
      });
      const done = await deployBot.wait(asked, { seconds: 30 });
      expect(done.state).toBe('succeeded');
      await page.goto(`/agent-governance/requests/${asked.id}`);
      const summary = page.getByRole('main');
      await expect(summary).toContainText(/Priya Nair, who delegated it as/i);
      await expect(summary).toContainText('may not review this');
    });

    await test.step('on behalf of somebody who may not change payments, the same is denied', async () => {
      const dana = await asPerson(portal, 'dana');
      const hers = await dana.api.grantDelegation({
        agent: 'agent:default/deploy-bot',
        actions: ['deployments:*'],
        until: new Date(Date.now() + HOUR_MS).toISOString(),
        reason: 'I would like to see it live',
      });
      const asked = await ask(hers.id);
      expect(asked).toMatchObject({ state: 'denied', reason: 'denied' });
      expect(asked.because).toContain(personas.dana.ref);
      // by itself it may
      expect(await ask(undefined)).toMatchObject({ verdict: 'allow' });
    });

    const held =
      await test.step('something of it waits for a person, and not for Priya', async () => {
        await world.setHealth(PAYMENTS, 'unhealthy');
        const priya = await asPerson(portal, 'priya');
        await expect
          .poll(async () => {
            const { environments } = await priya.api.getConditions(PAYMENTS);
            return environments.every(
              ({ health }) => health.value?.status === 'unhealthy',
            );
          })
          .toBe(true);
        const asked = await ask(delegation, 'production');
        expect(asked).toMatchObject({ state: 'held' });
        const { mayReview } = await priya.api.explainActionRequest(asked.id);
        expect(mayReview.allowed).toBe(false);
        return asked;
      });

    await test.step('she takes her word back, and what waits is void', async () => {
      await page.goto(PAGE);
      await page
        .getByRole('listitem')
        .filter({ hasText: reason })
        .getByRole('button', { name: 'Revoke' })
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Revoke it' }).click();
      await expect(dialog).toBeHidden();
      await expect(
        page.getByRole('listitem').filter({ hasText: reason }),
      ).toContainText(/revoked by Priya Nair/i);
      await expect
        .poll(async () => (await deployBot.get(held.id)).state)
        .toBe('voided');
      await page.goto(`/agent-governance/requests/${held.id}`);
      await expect(section(page, 'Where it stands')).toContainText(
        /revoked the delegation it is done under/,
      );
      await expect(ask(delegation)).rejects.toThrow(/no longer in force/);
    });

    await test.step('the ledger tells it, and finds nothing wrong', async () => {
      const vera = await asPerson(portal, 'vera');
      const { items } = await vera.api.listLedgerEntries({
        stream: `delegation:${delegation}`,
      });
      expect(items.map(({ envelope }) => envelope.type).sort()).toEqual([
        'delegation.granted',
        'delegation.revoked',
      ]);
      expect(await vera.api.verifyLedger()).toMatchObject({ findings: [] });
    });
  },
);
