import { deploy } from 'demo-agents/agents';
import { expectAccessible } from '../accessibility/expectAccessible';
import { asAgent } from '../agents';
import { openPage, picture, section } from '../pages';
import { asPerson, signInAs } from '../people';
import { putPolicies } from '../policies';
import { expect, test } from '../test';
import { freshVersion } from '../world';

const NAME = 'story-in-shadow';
const REF = `agentpolicy:default/${NAME}`;
const TITLE = 'Somebody looks at the fraud check';
/** The catalog reads a file, and makes an entity of it, in its own time. */
const PATIENCE = { timeout: 30_000 };

test(
  'a policy in shadow shows what it would have done, is replayed, and then enforced',
  { tag: '@postgres' },
  async ({ page, portal }) => {
    test.setTimeout(240_000);
    const deployBot = await asAgent(portal, 'deploy-bot');
    const priya = await asPerson(portal, 'priya');
    const put = (mode: 'shadow' | 'enforce') =>
      putPolicies(portal, priya, [
        {
          name: NAME,
          title: TITLE,
          spec: {
            owner: 'group:default/payments',
            level: 'team',
            mode,
            appliesTo: {
              actions: ['deployments:*'],
              targets: { kind: 'component', 'metadata.name': 'fraud-check' },
            },
            rules: [
              {
                name: 'look',
                effect: 'require-approval',
                because: 'It judges payments.',
                checkpoint: {
                  anyOf: [{ allOf: [{ from: 'target-owner', count: 1 }] }],
                  decideWithin: 'PT4H',
                  executeWithin: 'PT30M',
                },
              },
            ],
          },
        },
      ]);
    const becomes = (state: string) =>
      expect
        .poll(
          async () =>
            (await priya.api.getPolicy(REF).catch(() => undefined))?.state,
          PATIENCE,
        )
        .toBe(state);
    const ask = () =>
      deploy(deployBot, {
        service: 'fraud-check',
        version: freshVersion(),
        environment: 'staging',
      });

    await test.step('in shadow it is recorded, and counts for nothing', async () => {
      await put('shadow');
      await becomes('shadow');
      const asked = await ask();
      expect(asked.verdict).toBe('allow');
      await deployBot.wait(asked, { seconds: 30 });
    });

    await test.step('its page says what it would have done', async () => {
      await expect
        .poll(
          async () => (await priya.api.getPolicyEffects(REF)).total.shadow.held,
          PATIENCE,
        )
        .toBeGreaterThan(0);
      await signInAs(page, 'priya', {
        path: `/agent-governance/policies?policy=${REF}`,
      });
      const replay = page.getByRole('link', {
        name: 'Replay these days with it enforced',
      });
      await expect(replay).toBeVisible();
      await expectAccessible(page);
      await picture(section(page, 'What it did lately'), 'policy-in-shadow');
      await replay.click();
    });

    await test.step('which becomes a replay, once somebody starts it', async () => {
      await expect(page).toHaveURL(/\/agent-governance\/replays\?start=/);
      await page.getByRole('button', { name: 'Start the replay' }).click();
      await expect(
        page.getByText(/of [\d,]+ decisions? would change: .* stricter/),
      ).toBeVisible({ timeout: 60_000 });
      await expect(
        page.getByText('enforced instead of in shadow'),
      ).toBeVisible();
      await picture(page, 'replay-of-shadow');
    });

    await test.step('then it is enforced where it is kept, and the next decision is another', async () => {
      await put('enforce');
      await becomes('enforcing');
      const asked = await ask();
      expect(asked).toMatchObject({
        state: 'held',
        because: expect.stringContaining('It judges payments'),
      });
      await openPage(page, `/agent-governance/requests/${asked.id}`);
      await expect(page.getByText('Held').first()).toBeVisible();
      await deployBot.withdraw(asked.id);
    });

    await test.step('and what the story set up is gone', async () => {
      await putPolicies(portal, priya, []);
      await becomes('vanished');
      const { revision } = await priya.api.getPolicy(REF);
      await priya.api.confirmPolicy(REF, { revision });
    });
  },
);
