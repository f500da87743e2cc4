import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deploy } from 'demo-agents/agents';
import { expectAccessible } from '../accessibility/expectAccessible';
import { asAgent, makeAgentKeys } from '../agents';
import { openPage, section } from '../pages';
import { asPerson, signInAs } from '../people';
import { putPolicies, withStoryPolicies } from '../policies';
import { Portal, startPortal } from '../portal';
import { readDatabase } from '../setup/readDatabase';
import { waitForAcme } from '../setup/waitForAcme';
import { expect, test as base } from '../test';
import { freshVersion } from '../world';

const NAME = 'fraud-check-rests';
const REF = `agentpolicy:default/${NAME}`;
const TITLE = 'The fraud check rests';
/** The catalog reads a file, and makes an entity of it, in its own time. */
const PATIENCE = { timeout: 30_000 };

/** A portal of its own, where two people of Acme agree before a policy of the organization loosens. */
const test = base.extend<{ ownPortal: Portal }>({
  ownPortal: async ({}, use, testInfo) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'agentgov-governed-'));
    await makeAgentKeys(dataDir);
    const portal = await startPortal({
      dataDir,
      logDir: testInfo.outputPath('portal'),
      faults: true,
      postgres: readDatabase(process.env),
      config: [
        await withStoryPolicies(dataDir),
        {
          agentGovernance: {
            policyChanges: {
              quorum: { from: 'group:default/acme', count: 2 },
              // Acme's own policies are there first, whenever the catalog reads them
              adoptWithin: { hours: 1 },
            },
          },
        },
      ],
    });
    await use(portal);
    await portal.stop();
    await rm(dataDir, { recursive: true, force: true });
  },
});

test('a policy of the organization is loosened in its file, and decides only when two people agreed to that', async ({
  page,
  ownPortal: portal,
}) => {
  test.setTimeout(300_000);
  await waitForAcme(portal);
  const deployBot = await asAgent(portal, 'deploy-bot');
  const rosa = await asPerson(portal, 'rosa');
  const put = (when?: string) =>
    putPolicies(portal, rosa, [
      {
        name: NAME,
        title: TITLE,
        spec: {
          owner: 'group:default/platform',
          level: 'organization',
          appliesTo: {
            actions: ['deployments:*'],
            targets: { kind: 'component', 'metadata.name': 'fraud-check' },
          },
          rules: [
            {
              name: 'rests',
              effect: 'deny',
              ...(when && { when }),
              because: 'It rests.',
            },
          ],
        },
      },
    ]);
  const becomes = (isPending: boolean, when?: string) =>
    expect
      .poll(async () => {
        const policy = await rosa.api.getPolicy(REF).catch(() => undefined);
        return [policy?.pending, policy?.document?.rules[0].when];
      }, PATIENCE)
      .toEqual([isPending, when]);
  const ask = () =>
    deploy(deployBot, {
      service: 'fraud-check',
      version: freshVersion(),
      environment: 'staging',
    });
  const change = section(page, 'A change that may loosen waits');

  await test.step('the organization forbids something: that takes effect at once', async () => {
    await put();
    await becomes(false);
    expect(await ask()).toMatchObject({ state: 'denied', reason: 'denied' });
  });

  await test.step('its file says less, and the text before goes on deciding', async () => {
    await put('conditions.freeze.active');
    await becomes(true);
    expect(await ask()).toMatchObject({ state: 'denied' });
  });

  await test.step('an approver is told where they look, and sees what would change and why it may loosen', async () => {
    await signInAs(page, 'rosa', {
      path: `${portal.url}/agent-governance/approvals`,
    });
    await page.getByRole('link', { name: TITLE }).click();
    await expect(change).toContainText(
      'matches where “conditions.freeze.active” instead of always',
    );
    const difference = change.getByRole('region', {
      name: 'What the texts say differently',
    });
    await expect(difference).toContainText(
      'added: when: conditions.freeze.active',
    );
    await expect(change).toContainText('0 of 2 people agree');
    await expectAccessible(page);
  });

  await test.step('one agreement is not enough', async () => {
    await change.getByRole('button', { name: 'Agree' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Comment').fill('The rewrite is done.');
    await dialog.getByRole('button', { name: 'Agree' }).click();
    await expect(dialog).toBeHidden();
    await expect(change).toContainText('1 of 2 people agree');
    await expect(
      change.getByRole('button', { name: 'You agreed' }),
    ).toBeDisabled();
    expect(await ask()).toMatchObject({ state: 'denied' });
  });

  await test.step('with the second it decides', async () => {
    await signInAs(page, 'mei', {
      path: `${portal.url}/agent-governance/policies?policy=${REF}`,
    });
    await expect(change).toContainText('The rewrite is done.');
    await change.getByRole('button', { name: 'Agree' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Agree' })
      .click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(change).toBeHidden();
    await becomes(false, 'conditions.freeze.active');
    expect(await ask()).not.toMatchObject({ state: 'denied' });
  });

  await test.step('who agreed to what is on its page, and the record holds', async () => {
    await openPage(
      page,
      `${portal.url}/agent-governance/policies?policy=${REF}`,
    );
    const history = section(page, 'What happened to it');
    await expect(history).toContainText('2 people agreed');
    await expect(history).toContainText('story-policies.yaml');
    const vera = await asPerson(portal, 'vera');
    expect(await vera.api.verifyLedger()).toMatchObject({
      ok: true,
      findings: [],
    });
  });
});
