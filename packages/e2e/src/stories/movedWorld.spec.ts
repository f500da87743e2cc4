import { deploy, rollBack } from 'demo-agents/agents';
import { asAgent } from '../agents';
import { section } from '../pages';
import { asPerson, Persona, signInAs } from '../people';
import { expect, test } from '../test';
import { freshVersion } from '../world';

const ORDERS = 'component:default/orders-api';
/** Orders depend on it. */
const PAYMENTS = 'component:default/payments-api';
/** As many as the portal carries out at a time. */
const SLOTS = 4;
/** How long a slow deployment takes: the time in which the world can move. */
const SLOW_MS = 20_000;

test(
  'what was approved is decided again at the moment of effect, and an incident since then stops it',
  { tag: '@postgres' },
  async ({ page, portal, world }) => {
    test.setTimeout(180_000);
    const incident = `INC-${freshVersion().replaceAll('.', '-')}`;
    const title = `Cards are declined (${incident})`;
    const deployBot = await asAgent(portal, 'deploy-bot');
    const priya = await asPerson(portal, 'priya');
    const conditionsOf = async (entityRef: string) => {
      const { environments } = await priya.api.getConditions(entityRef);
      return environments.find(
        ({ environment }) => environment === 'production',
      )!;
    };
    const approve = async (persona: Persona, id: string) => {
      const { api } = await asPerson(portal, persona);
      const shown = await api.getReviewPresentation(id);
      await api.submitReview(id, {
        holdDecisionId: shown.holdDecisionId,
        presentationDigest: shown.digest,
        verdict: 'approve',
      });
    };
    const stateOf = async (id: string) => (await deployBot.get(id)).state;
    const rollbacks = async () =>
      (await world.effects()).filter(
        ({ what, body }) =>
          what === 'rollback' && body.service === 'orders-api',
      );

    const before =
      await test.step('two versions run after one another, and the second is no good', async () => {
        for (const version of [freshVersion(), freshVersion()]) {
          const asked = await deploy(deployBot, {
            service: 'orders-api',
            version,
            environment: 'production',
          });
          expect(await deployBot.wait(asked, { seconds: 30 })).toMatchObject({
            state: 'succeeded',
          });
        }
        await world.setHealth(ORDERS, 'degraded');
        await expect
          .poll(async () => (await conditionsOf(ORDERS)).health.value?.status)
          .toBe('degraded');
        return rollbacks();
      });

    const held =
      await test.step('going back waits for the owner of what is degraded', async () => {
        const asked = await rollBack(deployBot, {
          service: 'orders-api',
          environment: 'production',
        });
        expect(asked).toMatchObject({ state: 'held' });
        expect(asked.because).toContain('the target is degraded');
        return asked;
      });

    await test.step('the portal is busy with what takes its time', async () => {
      await world.disturb({ kind: 'delay', count: SLOTS, delayMs: SLOW_MS });
      const busy = await Promise.all(
        Array.from({ length: SLOTS }, () =>
          deploy(deployBot, {
            service: 'checkout-web',
            version: freshVersion(),
            environment: 'staging',
          }),
        ),
      );
      for (const { id } of busy) {
        await expect.poll(() => stateOf(id)).toBe('executing');
      }
    });

    await test.step('the owner approves; then an incident opens on a dependency', async () => {
      await approve('priya', held.id);
      expect(await stateOf(held.id)).toBe('authorised');
      await world.openIncident(incident, {
        entity: PAYMENTS,
        title,
        severity: 'P1',
      });
      await expect
        .poll(async () => (await conditionsOf(ORDERS)).incident.value?.active)
        .toBe(true);
      expect(await stateOf(held.id)).toBe('authorised');
    });

    await test.step('it is decided again, stricter, and nothing happens', async () => {
      await expect
        .poll(() => stateOf(held.id), { timeout: 60_000 })
        .toBe('held');
      const again = await deployBot.get(held.id);
      expect(again.because).toContain('An incident is open');
      expect(again.holdDecisionId).not.toBe(held.holdDecisionId);
      expect(await rollbacks()).toEqual(before);
    });

    await test.step('its page tells the story, with the incident by name', async () => {
      await signInAs(page, 'priya', {
        path: `/agent-governance/requests/${held.id}`,
      });
      await expect(section(page, 'Where it stands')).toContainText(
        'An incident is open',
      );
      const review = section(page, 'Your review');
      await expect(review).toContainText('approved by Priya');
      await expect(review).toContainText('conditions.incident was');
      await expect(review).toContainText(title);
      await page.goto('/catalog/default/component/orders-api/agents');
      await expect(
        page.getByRole('status').filter({ hasText: title }),
      ).toContainText(/On Payments API.*severity P1/);
    });

    await test.step('the earlier approval does not count; owner and on-call look anew, and it runs once', async () => {
      await approve('priya', held.id);
      expect(await stateOf(held.id)).toBe('held');
      await approve('mei', held.id);
      const done = await deployBot.wait(held, {
        seconds: 60,
        throughHold: true,
      });
      expect(done.state).toBe('succeeded');
      const since = (await rollbacks()).slice(before.length);
      expect(since).toEqual([
        expect.objectContaining({
          key: done.execution!.idempotencyKey,
          outcome: 'accepted',
        }),
      ]);
    });

    await test.step('the record holds', async () => {
      const vera = await asPerson(portal, 'vera');
      expect(
        await vera.api.verifyLedger({ stream: `action-request:${held.id}` }),
      ).toMatchObject({ ok: true, findings: [] });
      const { items } = await vera.api.listLedgerEntries({
        stream: 'condition:acme-incidents',
        limit: 20,
      });
      expect(
        items.flatMap(({ payloads }) => payloads.map(({ content }) => content)),
      ).toContainEqual([expect.objectContaining({ key: incident, title })]);
    });
  },
);
