import { Page } from '@playwright/test';
import { deploy } from 'demo-agents/agents';
import { expectAccessible } from '../accessibility/expectAccessible';
import { asAgent } from '../agents';
import { chooseTheme, openPage, picture } from '../pages';
import { signInAs } from '../people';
import { expect, test } from '../test';
import { freshVersion } from '../world';

const PAGE = '/agent-governance/replays';
const POLICY = (when: string) => `apiVersion: agent-governance.io/v1alpha1
kind: AgentPolicy
metadata:
  name: story-two-look
  title: Two look at the fraud check
spec:
  owner: group:default/payments
  level: team
  appliesTo:
    actions: ['deployments:*']
    targets: { kind: component, metadata.name: fraud-check }
  rules:
    - name: look
      effect: require-approval
      when: ${when}
      because: Two people look at what judges payments.
      checkpoint:
        anyOf:
          - allOf:
              - { from: target-owner, count: 2 }
        decideWithin: PT4H
        executeWithin: PT30M
`;

/** So many that making them ready takes longer than to change one's mind. */
const MANY = Array.from({ length: 250 }, (_, index) =>
  POLICY('environment.name == "staging"').replace(
    'story-two-look',
    `story-look-${index}`,
  ),
).join('---\n');

/** As if it were typed: nothing of it is a key of the editor. */
async function write(page: Page, text: string) {
  await page.getByRole('textbox', { name: /This text decides/ }).fill(text);
}

test('a draft is tried on what agents really asked for, and one decision is read beside the other', async ({
  page,
  portal,
}) => {
  test.setTimeout(180_000);
  const deployBot = await asAgent(portal, 'deploy-bot');
  const asked = await deploy(deployBot, {
    service: 'fraud-check',
    version: freshVersion(),
    environment: 'staging',
  });
  await deployBot.wait(asked, { seconds: 30 });
  await chooseTheme(page, 'light');
  await signInAs(page, 'priya', { path: PAGE });

  await test.step('what is wrong with it is said at its line before anything starts', async () => {
    await page.getByRole('button', { name: 'New replay' }).click();
    await page.getByRole('button', { name: 'Add a text' }).click();
    await write(page, POLICY('enviroment.name == "staging"'));
    await expect(
      page.getByText('There are problems in the text.'),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: /Line 15/ })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('it is tried on the decisions of the last day about one target', async () => {
    await write(page, POLICY('environment.name == "staging"'));
    await expect(page.getByText('No problems.')).toBeVisible();
    await page.getByRole('button', { name: /^Decided|Decided$/ }).click();
    await page.getByRole('option', { name: 'The last 24 hours' }).click();
    await page.getByRole('combobox', { name: 'Targets' }).fill('fraud');
    await page.getByRole('option', { name: /fraud-check/ }).click();
    await page.getByLabel('Title').fill('Two look at the fraud check');
    await picture(page, 'replay-new');
    await page.getByRole('button', { name: 'Start the replay' }).click();
    await expect(
      page.getByText(/of \d+ decisions? would change: .* stricter/),
    ).toBeVisible({ timeout: 60_000 });
    await expectAccessible(page);
    await picture(page, 'replay-report');
  });

  await test.step('one of them is read: what was decided, and what would be', async () => {
    await page
      .getByRole('button', { name: 'deployments:deploy' })
      .first()
      .click();
    const flip = page.getByRole('region', { name: 'One decision' });
    await expect(
      flip.getByRole('region', { name: 'Under the policies that decide now' }),
    ).toContainText('Allowed');
    const draft = flip.getByRole('region', { name: 'Under the draft' });
    await expect(draft).toContainText('Held');
    await expect(draft).toContainText(
      'Two people look at what judges payments',
    );
    await expectAccessible(page);
    await picture(flip, 'replay-flip');
    await flip.getByRole('link', { name: 'The whole request' }).click();
    await expect(page).toHaveURL(/\/agent-governance\/requests\//);
  });

  await test.step('it is found again, in the dark', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await openPage(page, PAGE);
    await page
      .getByRole('link', { name: 'Two look at the fraud check' })
      .first()
      .click();
    await expect(page.getByText(/would change: .* stricter/)).toBeVisible();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download Markdown' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^replay-.*\.md$/);
  });

  await test.step('another is cancelled, and has no report', async () => {
    const start = encodeURIComponent(
      JSON.stringify({
        title: 'Too much',
        draft: { changes: [] },
      }),
    );
    // a replay may be quicker than a person
    await expect(async () => {
      await openPage(page, `${PAGE}?start=${start}`);
      await page.getByRole('button', { name: 'Add a text' }).click();
      await page.getByLabel('Take it from a file').setInputFiles({
        name: 'many.yaml',
        mimeType: 'text/yaml',
        buffer: Buffer.from(MANY),
      });
      await page
        .getByRole('button', { name: 'Start the replay' })
        .click({ timeout: 20_000 });
      await page
        .getByRole('button', { name: 'Cancel the replay' })
        .click({ timeout: 10_000 });
      await expect(page.getByText(/It was cancelled after/)).toBeVisible({
        timeout: 10_000,
      });
    }).toPass({ timeout: 90_000 });
    await expectAccessible(page);
  });
});
