import { GovernedAgent } from '@agentgov/agent-sdk';
import { escalate } from 'demo-agents/agents';
import { asAgent } from '../agents';
import { section } from '../pages';
import { asPerson, PersonSession, signInAs } from '../people';
import { expect, test } from '../test';
import { changeFact, DemoWorld, freshVersion } from '../world';

const DESK = 'resource:default/northwind-desk';
const DESK_PAGE = '/catalog/default/resource/northwind-desk/agents';
const DAY_MS = 86_400_000;

/** A wording nobody has vouched for, last looked at 95 days ago. */
function stateTemplate(world: DemoWorld, person: PersonSession, text: string) {
  return changeFact(world, person, {
    entity: DESK,
    factType: 'partner-template',
    value: { name: 'Lost parcel', text },
    lookedAgoMs: 95 * DAY_MS,
  });
}

function escalateTicket(
  agent: GovernedAgent,
  ticket: string,
  contextSnapshot?: string,
) {
  return escalate(
    agent,
    {
      partner: 'northwind-desk',
      ticket,
      message: 'The parcel was last seen in Hamburg.',
      environment: 'production',
    },
    { contextSnapshot },
  );
}

test(
  'an old template holds an escalation until its owner vouches for it and approves',
  { tag: '@postgres' },
  async ({ page, portal, world }) => {
    const triageBot = await asAgent(portal, 'triage-bot');
    const sam = await asPerson(portal, 'sam');
    const ticket = `T-${freshVersion()}`;
    const text = `Dear Northwind team, please trace the parcel of ${ticket}.`;
    const sent = async () =>
      (await world.effects()).filter(({ body }) => body.ticket === ticket);
    await stateTemplate(world, sam, text);

    const held = await test.step('the escalation is held', async () => {
      const asked = await escalateTicket(triageBot, ticket);
      expect(asked).toMatchObject({ state: 'held', verdict: 'hold' });
      expect(await sent()).toEqual([]);
      return asked;
    });

    await test.step('the owner is told', async () => {
      await signInAs(page, 'sam', { path: '/notifications' });
      await page.locator(`a[href$="${held.id}"]`).first().click();
      await expect(page).toHaveURL(new RegExp(held.id));
    });

    await test.step('and sees which fact it is, and how old', async () => {
      const review = section(page, 'Your review');
      await expect(
        review
          .getByRole('listitem')
          .filter({ hasText: 'partner-template' })
          .first(),
      ).toContainText('95 days old, the standard allows 30 days');
    });

    await test.step('vouches for it on the page of the service', async () => {
      await page.goto(DESK_PAGE);
      const fact = page
        .getByRole('listitem')
        .filter({ has: page.getByText('Partner template', { exact: true }) });
      await expect(fact).toContainText('Stale');
      await expect(fact).toContainText(
        '95 days old, the standard allows 30 days',
      );
      await fact
        .getByRole('button', { name: 'Sign off Partner template' })
        .click();
      const dialog = page.getByRole('dialog');
      await expect(dialog).toContainText(text);
      await dialog.getByLabel('Comment').fill('Northwind still reads this.');
      await dialog.getByRole('button', { name: 'Sign off' }).click();
      await expect(fact).toContainText('Fresh');
      await expect(fact).toContainText('Signed off by Sam Adeyemi');
    });

    await test.step('and approves in the inbox', async () => {
      await page.goto(`/agent-governance/approvals?request=${held.id}`);
      const request = page.getByRole('region', { name: /Escalate to partner/ });
      await expect(request).toContainText(ticket);
      await expect(
        request.getByText('Nothing it looked at has changed'),
      ).toBeHidden();
      await request.getByRole('button', { name: 'Approve' }).click();
      await expect(
        page.getByText('Your approval was recorded.').first(),
      ).toBeVisible();
    });

    await test.step('it goes out once', async () => {
      const done = await triageBot.wait(held, {
        seconds: 30,
        throughHold: true,
      });
      expect(done.state).toBe('succeeded');
      expect(await sent()).toEqual([
        expect.objectContaining({
          what: 'escalation',
          outcome: 'accepted',
          key: done.execution!.idempotencyKey,
        }),
      ]);
      await page.goto(`/agent-governance/requests/${held.id}`);
      const reviews = section(page, 'Who reviewed');
      await expect(reviews).toContainText('Approved');
      await expect(reviews).toContainText('Sam Adeyemi');
    });
  },
);

test('a template that changed after the agent read it ends the approval denied', async ({
  page,
  portal,
  world,
}) => {
  const triageBot = await asAgent(portal, 'triage-bot');
  const sam = await asPerson(portal, 'sam');
  const ticket = `T-${freshVersion()}`;
  await stateTemplate(world, sam, `What the agent read, ${ticket}`);
  const held = await escalateTicket(triageBot, ticket);
  expect(held.state).toBe('held');

  const now = `What holds now, ${ticket}`;
  await stateTemplate(world, sam, now);
  await signInAs(page, 'sam', {
    path: `/agent-governance/approvals?request=${held.id}`,
  });
  const request = page.getByRole('region', { name: /Escalate to partner/ });
  await expect(request).toContainText(now);
  await request.getByRole('button', { name: 'Approve' }).click();

  const ended = await triageBot.wait(held, {
    seconds: 30,
    throughHold: true,
  });
  expect(ended).toMatchObject({ state: 'denied', reason: 'denied' });
  expect(
    (await world.effects()).filter(({ body }) => body.ticket === ticket),
  ).toEqual([]);
  await page.goto(`/agent-governance/requests/${held.id}`);
  const saw = section(page, 'What it saw');
  await expect(saw).toContainText('is not what holds any more');
  await expect(saw).toContainText(now);
});
