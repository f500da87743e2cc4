import { Page } from '@playwright/test';
import { deploy } from 'demo-agents/agents';
import { expectAccessible } from '../accessibility/expectAccessible';
import { asAgent } from '../agents';
import { expectFits, openPage, section } from '../pages';
import { asPerson, signInAs } from '../people';
import { expect, test } from '../test';
import { freshVersion } from '../world';

const NARROW = { width: 400, height: 800 };
const DRAFT = `apiVersion: agent-governance.io/v1alpha1
kind: AgentPolicy
metadata:
  name: story-no-big-ones
  title: Nothing much depends on
spec:
  owner: group:default/payments
  level: team
  appliesTo:
    actions: ['deployments:*']
  rules:
    - name: too-many
      effect: deny
      when: topology.dependents >= 0
      because: Too much depends on it.
`;

async function pick(page: Page, field: string, typed: string, option: string) {
  const box = page.getByRole('combobox', { name: field, exact: true });
  await box.click();
  await box.fill(typed);
  await page.getByRole('option', { name: option }).first().click();
}

const verdict = (page: Page) => section(page, 'What would be decided');
const simulate = (page: Page) =>
  page.getByRole('button', { name: 'Simulate', exact: true }).click();

test('what would be decided, were a fact otherwise: on a page, as a fixture, and in a link that says all of it', async ({
  page,
  portal,
}) => {
  test.setTimeout(180_000);
  page.setDefaultTimeout(15_000);
  await page.setViewportSize({ width: 1440, height: 1100 });
  const priya = await asPerson(portal, 'priya');
  const requests = async () =>
    (await priya.api.listActionRequests({ limit: 100 })).items.length;
  const before = await requests();

  await test.step('a person says who asks for what', async () => {
    await signInAs(page, 'priya');
    await openPage(page, '/agent-governance/simulator');
    await expect(page.getByText('Nothing is simulated yet.')).toBeVisible();
    await expectAccessible(page);
    await pick(page, 'Agent', 'deploy-bot', 'deploy-bot');
    await pick(page, 'Action', 'deployments:deploy', 'Deploy (');
    await pick(page, 'Target', 'payments-api', 'payments-api');
    await page.getByRole('button', { name: /Environment$/ }).click();
    await page.getByRole('option', { name: 'production' }).click();
    await page
      .getByRole('button', { name: /Quotes the target’s context/ })
      .click();
    await page.getByRole('option', { name: 'Yes' }).click();
    await page
      .getByRole('textbox', { name: 'Input' })
      .fill(JSON.stringify({ version: '9.9.9' }));
    await simulate(page);
    await expect(verdict(page)).toContainText('Allowed');
  });

  await test.step('a fact that is otherwise turns it, and is marked', async () => {
    await page.getByText('Facts overridden: 0').click();
    await page.getByRole('button', { name: 'Override a fact' }).click();
    await pick(page, 'Fact', 'conditions.health', 'conditions.health');
    await page.getByRole('textbox', { name: 'Value' }).fill(
      JSON.stringify({
        status: 'degraded',
        source: 'monitoring',
        reportedAt: '2026-11-20T09:59:00Z',
      }),
    );
    await simulate(page);
    await expect(verdict(page)).toContainText('Held');
    await expect(verdict(page)).toContainText('Overriddenconditions.health');
    const path = page.getByRole('region', { name: 'As it would be decided' });
    await expect(path).toContainText('Who would have to look');
    await expect(path).toContainText('Who could unblock it');
    await expectAccessible(page);
  });

  await test.step('it becomes a fixture for the file beside the policy', async () => {
    await page.getByRole('button', { name: 'Copy as fixture' }).click();
    await expect(page.getByRole('textbox', { name: 'Fixture' })).toHaveValue(
      /degraded[^]*expect:[^]*hold/,
    );
  });

  await test.step('a draft is tried beside what decides', async () => {
    await page.getByText('The policies in force').click();
    await page.getByRole('button', { name: 'Try a text' }).click();
    await page.getByRole('textbox', { name: 'Draft' }).click();
    await page.keyboard.insertText(DRAFT);
    await simulate(page);
    const table = page.getByRole('table', { name: 'What differs' });
    await expect(
      table.getByRole('row').filter({ hasText: 'Verdict' }),
    ).toContainText(/Differs.*hold.*deny/);
    await expect(
      page.getByRole('list', { name: 'What the draft changes' }),
    ).toContainText('would be new');
    await expectAccessible(page);
    const { width, height } = page.viewportSize()!;
    await page.setViewportSize(NARROW);
    await expectFits(page);
    await page.setViewportSize({ width, height });
  });

  await test.step('the link gives whoever opens it the same', async () => {
    const link = page.url();
    expect(link).toContain('#draft=d');
    await openPage(page, '/agent-governance/policies');
    await openPage(page, link);
    await expect(verdict(page)).toContainText('With the draft');
    await expect(verdict(page)).toContainText('Too much depends on it');
    await expect(page.getByRole('textbox', { name: 'Input' })).toHaveValue(
      '{"version":"9.9.9"}',
    );
    await page.screenshot({
      path: 'test-results/pages/simulator-compared.png',
      fullPage: true,
    });
    await expect(page.getByRole('textbox', { name: 'Draft' })).toContainText(
      'story-no-big-ones',
    );
    expect(await requests()).toBe(before);
  });

  await test.step('what was really decided is a start as well', async () => {
    const agent = await asAgent(portal, 'deploy-bot');
    const asked = await deploy(agent, {
      service: 'payments-api',
      version: freshVersion(),
      environment: 'staging',
    });
    await agent.wait(asked, { seconds: 30 });
    await openPage(page, `/agent-governance/requests/${asked.id}`);
    await page
      .getByRole('link', { name: 'Try this in the simulator' })
      .first()
      .click();
    await expect(page).toHaveURL(/simulator\?decision=/);
    await expect(verdict(page)).toContainText('Allowed');
    await expect(
      page.getByText('Starts from a recorded decision'),
    ).toBeVisible();
  });
});
