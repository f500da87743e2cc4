import { deploy } from 'demo-agents/agents';
import { asAgent } from '../agents';
import { section } from '../pages';
import { asPerson, signInAs } from '../people';
import { expect, test } from '../test';
import { freshVersion } from '../world';

const ORDERS = 'component:default/orders-api';
const ORDERS_PAGE = '/catalog/default/component/orders-api/agents';
const PAYMENTS = 'component:default/payments-api';

test(
  'a degraded target waits for a person, and a silent monitor makes nothing looser',
  { tag: '@postgres' },
  async ({ page, portal, world }) => {
    // What the monitoring said is believed for half a minute.
    test.setTimeout(180_000);
    const deployBot = await asAgent(portal, 'deploy-bot');
    const priya = await asPerson(portal, 'priya');
    const askToDeploy = (service: string) =>
      deploy(deployBot, {
        service,
        version: freshVersion(),
        environment: 'production',
      });
    const healthOf = async (entityRef: string) => {
      const { environments } = await priya.api.getConditions(entityRef);
      return environments.find(
        ({ environment }) => environment === 'production',
      )!.health;
    };
    const untilHealth = (
      entityRef: string,
      expected: Record<string, unknown>,
    ) =>
      expect
        .poll(() => healthOf(entityRef), { timeout: 60_000 })
        .toMatchObject(expected);

    await test.step('while all is well, a deployment runs unattended', async () => {
      const asked = await askToDeploy('orders-api');
      expect(asked).toMatchObject({ verdict: 'allow' });
      const done = await deployBot.wait(asked, { seconds: 30 });
      expect(done.state).toBe('succeeded');
    });

    await test.step('its health goes red: the same now waits, and says why', async () => {
      await world.setHealth(ORDERS, 'unhealthy');
      await untilHealth(ORDERS, {
        state: 'known',
        value: { status: 'unhealthy', source: 'acme-monitoring' },
      });
      const asked = await askToDeploy('orders-api');
      expect(asked).toMatchObject({ state: 'held', verdict: 'hold' });
      expect(asked.because).toContain('the target is unhealthy');
      // what is well is let through as before
      expect(await askToDeploy('payments-api')).toMatchObject({
        verdict: 'allow',
      });
    });

    await test.step('the service page shows it, with source and age', async () => {
      await signInAs(page, 'priya', { path: ORDERS_PAGE });
      await expect(
        page.getByRole('status').filter({ hasText: 'unhealthy' }),
      ).toContainText(
        /Health in staging, production: unhealthy.*Says acme-monitoring/,
      );
      const here = section(page, 'What is going on here');
      await expect(here).toContainText('Unhealthy');
      await expect(here).toContainText('acme-monitoring');
    });

    await test.step('the monitoring falls silent: nothing is known, and nothing gets looser', async () => {
      await world.silence(true);
      await untilHealth(ORDERS, { state: 'stale' });
      await untilHealth(PAYMENTS, {
        state: 'stale',
        value: { status: 'healthy' },
      });
      for (const service of ['orders-api', 'payments-api']) {
        const asked = await askToDeploy(service);
        expect(asked).toMatchObject({ state: 'held', verdict: 'hold' });
        expect(asked.because).toContain('it is not known how the target is');
      }
    });

    await test.step('the pages say so', async () => {
      await page.goto(ORDERS_PAGE);
      const here = section(page, 'What is going on here');
      await expect(here).toContainText('Unknown, was unhealthy');
      await expect(here).toContainText('acme-monitoring has been silent since');
      await signInAs(page, 'rosa', { path: '/agent-governance/sources' });
      await expect(
        page.getByRole('listitem').filter({ hasText: 'Acme monitoring' }),
      ).toContainText('Silent');
    });

    await test.step('it speaks again, all is well, and agents are let through', async () => {
      await world.calm();
      await untilHealth(ORDERS, {
        state: 'known',
        value: { status: 'healthy' },
      });
      expect(await askToDeploy('orders-api')).toMatchObject({
        verdict: 'allow',
      });
    });

    await test.step('the record has every change, and none of the repeats', async () => {
      const vera = await asPerson(portal, 'vera');
      const { items } = await vera.api.listLedgerEntries({
        stream: 'condition:acme-monitoring',
        limit: 100,
      });
      const changes = items.flatMap(
        ({ envelope }) =>
          envelope.body.changes as Array<{
            entityRefs: string[];
            from: string | null;
            to: string;
          }>,
      );
      const ofOrders = changes.filter(({ entityRefs }) =>
        entityRefs.includes(ORDERS),
      );
      expect(ofOrders).toContainEqual(
        expect.objectContaining({ from: 'healthy', to: 'unhealthy' }),
      );
      expect(ofOrders).toContainEqual(
        expect.objectContaining({ from: 'unhealthy', to: 'healthy' }),
      );
    });
  },
);
