import {
  ActionRequest,
  ActionRequestState,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { GovernedAgent } from '@agentgov/agent-sdk';
import { deploy, query, runRunbook } from 'demo-agents/agents';
import { asAgent } from '../agents';
import { section } from '../pages';
import { asPerson, signInAs } from '../people';
import { expect, test } from '../test';
import { freshVersion } from '../world';

const ACTIONS = 300;
const AT_ONCE = 6;
const SERVICES = ['payments-api', 'orders-api', 'checkout-web', 'fraud-check'];
const RUNBOOKS = ['edge-proxy', 'status-page'];

/** Does something so many times, a few of them at once. */
async function repeatedly<T>(
  times: number,
  act: (index: number) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const work = async () => {
    while (next < times) {
      const index = next++;
      results[index] = await act(index);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}

test(
  'hundreds of routine actions pass without anybody being asked, and each can be explained',
  { tag: '@postgres' },
  async ({ page, portal, world }) => {
    test.setTimeout(240_000);
    const [deployBot, insightBot, runbookBot] = await Promise.all([
      asAgent(portal, 'deploy-bot'),
      asAgent(portal, 'insight-bot'),
      asAgent(portal, 'runbook-bot'),
    ]);
    const run = `quiet-week-${freshVersion()}`;
    const routine: Array<
      (round: number) => [GovernedAgent, Promise<ActionRequest>]
    > = [
      round => [
        deployBot,
        deploy(
          deployBot,
          {
            service: SERVICES[round % SERVICES.length],
            version: freshVersion(),
            environment: 'staging',
          },
          { run },
        ),
      ],
      round => [
        insightBot,
        query(
          insightBot,
          {
            dataset: 'order-facts',
            question: `What was returned most in week ${round}?`,
            environment: 'production',
          },
          { run },
        ),
      ],
      round => [
        runbookBot,
        runRunbook(
          runbookBot,
          {
            service: RUNBOOKS[round % RUNBOOKS.length],
            reason: 'Weekly rehearsal',
            environment: 'staging',
          },
          { run },
        ),
      ],
    ];

    const done = await test.step('the fleet works', () =>
      repeatedly(ACTIONS, async index => {
        const act = routine[index % routine.length];
        const [agent, asked] = act(Math.floor(index / routine.length));
        return agent.wait(await asked, { seconds: 60, throughHold: true });
      }));

    await test.step('each action happened once', async () => {
      expect(new Set(done.map(({ state }) => state))).toEqual(
        new Set(['succeeded']),
      );
      const keys = new Set(
        done.map(({ execution }) => execution!.idempotencyKey),
      );
      const effects = await world.effects();
      expect(
        effects.filter(
          ({ key, outcome }) => keys.has(key) && outcome === 'accepted',
        ),
      ).toHaveLength(ACTIONS);
    });

    const vera = await asPerson(portal, 'vera');
    await test.step('nobody was asked', async () => {
      const count = async (state?: ActionRequestState[]) => {
        let found = 0;
        let cursor: string | undefined;
        do {
          const { items, nextCursor } = await vera.api.listActionRequests({
            run,
            state,
            limit: 100,
            cursor,
          });
          found += items.length;
          cursor = nextCursor;
        } while (cursor);
        return found;
      };
      expect(await count()).toBe(ACTIONS);
      expect(await count(['succeeded'])).toBe(ACTIONS);
      const sample = done.filter((_, index) => index % 25 === 0);
      for (const { id } of sample) {
        const { decisions, reviews } = await vera.api.explainActionRequest(id);
        expect(reviews).toEqual([]);
        expect(decisions.map(({ verdict }) => verdict)).not.toContain('hold');
        for (const { levels } of decisions) {
          expect(levels.flatMap(({ policies }) => policies)).not.toEqual([]);
        }
      }
    });

    await test.step('an auditor finds them by filters', async () => {
      await signInAs(page, 'vera', { path: '/agent-governance/requests' });
      const filters = page.getByRole('form', { name: 'Filters' });
      await filters.getByRole('button', { name: /Agent/ }).click();
      await page.getByRole('option', { name: 'Runbook-bot' }).click();
      await filters.getByRole('button', { name: /Environment/ }).click();
      await page.getByRole('option', { name: 'staging' }).click();
      await expect(page).toHaveURL(/agent=.*runbook-bot.*environment=staging/);
      const rows = page
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader') });
      await expect(rows).toHaveCount(20);
      for (const row of await rows.all()) {
        await expect(row).toContainText('Run runbook');
        await expect(row).toContainText('Succeeded');
      }
      await page.getByRole('button', { name: 'Next table page' }).click();
      await expect(page.getByText('Page 2, requests 21 to 40')).toBeVisible();
    });

    await test.step('and asks one of them why', async () => {
      const [sampled] = done;
      await page.goto(`/agent-governance/requests/${sampled.id}`);
      await expect(section(page, 'Where it stands')).toContainText('Succeeded');
      await expect(section(page, 'How it was decided')).toContainText(
        'Decided when it was asked',
      );
      await expect(section(page, 'Who reviewed')).toContainText(
        'Nobody has reviewed it.',
      );
      await expect(section(page, 'What happened')).toContainText(
        sampled.execution!.idempotencyKey,
      );
      await expect(section(page, 'In the ledger')).toContainText(
        'Execution settled',
      );
    });

    await test.step('the ledger is intact', async () => {
      await page.goto('/agent-governance/ledger');
      await page.getByRole('button', { name: 'Verify' }).click();
      await expect(page.getByText(/Nothing wrong was found in/)).toBeVisible({
        timeout: 60_000,
      });
    });
  },
);
