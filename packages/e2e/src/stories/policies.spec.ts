import { deploy } from 'demo-agents/agents';
import { expectAccessible } from '../accessibility/expectAccessible';
import { asAgent } from '../agents';
import { openPage } from '../pages';
import { asPerson, signInAs } from '../people';
import { putPolicies } from '../policies';
import { expect, test } from '../test';
import { freshVersion } from '../world';

const NAME = 'story-guard';
const REF = `agentpolicy:default/${NAME}`;
const TITLE = 'No deployments of the fraud check';
const ENTITY_PAGE = `/catalog/default/agentpolicy/${NAME}/policy`;
/** The catalog reads a file, and makes an entity of it, in its own time. */
const PATIENCE = { timeout: 30_000 };

test(
  'a policy changes and decisions follow; broken, its last good text decides; gone, it forbids until that is confirmed',
  { tag: '@postgres' },
  async ({ page, portal }) => {
    test.setTimeout(180_000);
    const deployBot = await asAgent(portal, 'deploy-bot');
    const priya = await asPerson(portal, 'priya');

    const put = (effect: string, rest: object = {}) =>
      putPolicies(portal, priya, [
        {
          name: NAME,
          title: TITLE,
          spec: {
            owner: 'group:default/payments',
            level: 'team',
            appliesTo: {
              actions: ['deployments:*'],
              targets: { kind: 'component', 'metadata.name': 'fraud-check' },
            },
            rules: [
              {
                name: effect,
                effect,
                because: `It is ${effect} now.`,
                ...rest,
              },
            ],
          },
        },
      ]);
    const becomes = (state: string, rule?: string) =>
      expect
        .poll(async () => {
          const policy = await priya.api.getPolicy(REF).catch(() => undefined);
          return [policy?.state, rule && policy?.document?.rules[0].name];
        }, PATIENCE)
        .toEqual([state, rule]);
    const ask = () =>
      deploy(deployBot, {
        service: 'fraud-check',
        version: freshVersion(),
        environment: 'staging',
      });

    await test.step('a team forbids something', async () => {
      await put('deny');
      await becomes('enforcing', 'deny');
      expect(await ask()).toMatchObject({
        state: 'denied',
        reason: 'denied',
        because: expect.stringContaining('It is deny now'),
      });
    });

    await test.step('and lets it happen again', async () => {
      await put('allow');
      await becomes('enforcing', 'allow');
      const done = await deployBot.wait(await ask(), { seconds: 30 });
      expect(done.state).toBe('succeeded');
    });

    await test.step('a mistake does not end what the last good text forbids', async () => {
      await put('deny');
      await becomes('enforcing', 'deny');
      await put('deny', { when: 'conditions.freze.active' });
      await becomes('broken', 'deny');
      expect(await ask()).toMatchObject({ state: 'denied' });
    });

    await test.step('its author is told what is wrong, where, and what was probably meant', async () => {
      await signInAs(page, 'priya', { path: ENTITY_PAGE });
      const alert = page.getByRole('alert').filter({ hasText: 'is broken' });
      await expect(alert).toContainText('its last good text decides');
      await expect(alert).toContainText('rules[0].when');
      await expect(alert).toContainText('Did you mean conditions.freeze?');
      await expectAccessible(page);
    });

    await test.step('and everybody on the pages of governance', async () => {
      await openPage(page, '/agent-governance/freezes');
      await page.getByRole('link', { name: 'Look at them' }).click();
      await expect(page).toHaveURL(/policies\?state=broken&state=vanished/);
      await expect(page.getByRole('link', { name: TITLE })).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('deleted, it goes on forbidding', async () => {
      await putPolicies(portal, priya, []);
      await becomes('vanished', 'deny');
      expect(await ask()).toMatchObject({ state: 'denied' });
    });

    await test.step('until its owner confirms that it is gone', async () => {
      await openPage(page, '/agent-governance/policies?state=vanished');
      await page.getByRole('link', { name: TITLE }).click();
      await page
        .getByRole('button', { name: 'Confirm that it is gone' })
        .click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: 'It is gone' })
        .click();
      await expect(page.getByRole('dialog')).toBeHidden();
      expect(await ask()).toMatchObject({ verdict: 'allow' });
      const vera = await asPerson(portal, 'vera');
      const { items } = await vera.api.listLedgerEntries({
        stream: `policy:${REF}`,
        limit: 1,
      });
      expect(items[0].envelope.type).toBe('policy.confirmed');
    });
  },
);
