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

const NAME = 'fraud-check-deployments';
const REF = `agentpolicy:default/${NAME}`;
const TITLE = 'Deployments of the fraud check';
const DRAFT = 'Nothing on this service at all';
/** The catalog reads a file, and makes an entity of it, in its own time. */
const PATIENCE = { timeout: 30_000 };

/** A portal of its own, where the team has to say yes as well as the portal. */
const test = base.extend<{ ownPortal: Portal }>({
  ownPortal: async ({}, use, testInfo) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'agentgov-levels-'));
    await makeAgentKeys(dataDir);
    const portal = await startPortal({
      dataDir,
      logDir: testInfo.outputPath('portal'),
      faults: true,
      postgres: readDatabase(process.env),
      config: [
        await withStoryPolicies(dataDir),
        { agentGovernance: { requiredLevels: ['portal', 'team'] } },
      ],
    });
    await use(portal);
    await portal.stop();
    await rm(dataDir, { recursive: true, force: true });
  },
});

test('two levels must agree: not granted, could not evaluate and denied look different, and say whose policy it is', async ({
  page,
  ownPortal: portal,
}) => {
  test.setTimeout(240_000);
  await waitForAcme(portal);
  const deployBot = await asAgent(portal, 'deploy-bot');
  const priya = await asPerson(portal, 'priya');
  const appliesTo = {
    actions: ['deployments:*'],
    targets: { kind: 'component', 'metadata.name': 'fraud-check' },
  };
  const owner = 'group:default/payments';

  const YES = { name: 'yes', effect: 'allow', because: 'It is ours.' };
  const put = async (
    ...rules: Array<{
      name: string;
      effect: string;
      when?: string;
      because: string;
    }>
  ) => {
    await putPolicies(portal, priya, [
      {
        name: NAME,
        title: TITLE,
        spec: { owner, level: 'team', appliesTo, rules },
      },
      {
        name: `${NAME}-draft`,
        title: DRAFT,
        spec: {
          owner,
          level: 'team',
          mode: 'shadow',
          appliesTo,
          rules: [{ name: 'never', effect: 'deny', because: 'Tried out.' }],
        },
      },
    ]);
    await expect
      .poll(async () => {
        const policy = await priya.api.getPolicy(REF).catch(() => undefined);
        return policy?.document?.rules.map(({ name }) => name);
      }, PATIENCE)
      .toEqual(rules.map(({ name }) => name));
  };
  const ask = () =>
    deploy(deployBot, {
      service: 'fraud-check',
      version: freshVersion(),
      environment: 'staging',
    });
  const open = (id: string) =>
    openPage(page, `${portal.url}/agent-governance/requests/${id}`);
  const standing = section(page, 'Where it stands');
  const decided = section(page, 'How it was decided');
  /** What one level had to say in the decision that counts. */
  const level = (name: string) =>
    decided
      .getByRole('group', { name: /^Decided/ })
      .last()
      .getByRole('listitem')
      .filter({ has: page.getByText(name, { exact: true }) })
      .first();

  await signInAs(page, 'priya', { path: `${portal.url}/agent-governance` });

  await test.step('nobody of the team has said yes: not granted', async () => {
    const asked = await ask();
    expect(asked).toMatchObject({ state: 'denied', reason: 'not-granted' });
    await open(asked.id);
    await expect(standing).toContainText('Not granted');
    await expect(standing).toContainText('the team level must say yes too');
    const step = standing.getByRole('listitem').filter({
      hasText: 'A policy has to say yes.',
    });
    await expect(step).toContainText('Payments');
    await expect(
      step.getByRole('link', { name: 'See the policies there are' }),
    ).toHaveAttribute('href', '/agent-governance/policies');
    await expect(decided).not.toContainText('In shadow');
    await page.screenshot({ path: 'test-results/pages/not-granted.png' });
    await expectAccessible(page);
  });

  await test.step('whether it would is not known: could not evaluate', async () => {
    await put({
      name: 'public',
      effect: 'allow',
      when: 'target.dataClass == "public"',
      because: 'It holds nothing secret.',
    });
    const asked = await ask();
    expect(asked).toMatchObject({
      state: 'denied',
      reason: 'could-not-evaluate',
      retryable: true,
    });
    await open(asked.id);
    await expect(standing).toContainText('Could not evaluate');
    await expect(level('Team')).toContainText(
      'Whether it would say yes is not known',
    );
    await expect(level('Team')).toContainText('target.dataClass');
    await page.screenshot({ path: 'test-results/pages/not-evaluated.png' });
    await expectAccessible(page);
  });

  await test.step('the team says no: denied, by level, policy, rule and fact', async () => {
    await put(YES, {
      name: 'by-hand',
      effect: 'deny',
      when: 'action.mutates && environment.name == "staging"',
      because: 'We try out by hand what scores payments.',
    });
    const asked = await ask();
    expect(asked).toMatchObject({ state: 'denied', reason: 'denied' });
    await open(asked.id);
    await expect(standing).toContainText('Denied');
    const team = level('Team');
    await expect(team).toContainText('denies it');
    await expect(team).toContainText('matched');
    await expect(team).toContainText('by-hand');
    await expect(
      team.getByRole('listitem').filter({ hasText: 'environment.name' }).last(),
    ).toContainText(/staging.*from config/);
    await expect(team.getByRole('link', { name: TITLE })).toHaveAttribute(
      'href',
      new RegExp(`/agentpolicy/${NAME}$`),
    );
    await expect(
      standing.getByRole('link', { name: 'See the policy' }),
    ).toHaveAttribute('href', new RegExp(`/agentpolicy/${NAME}/policy$`));
    const shadow = decided.getByRole('region', { name: 'Policies in shadow' });
    await expect(shadow).toContainText('counted for nothing');
    await expect(shadow.getByRole('link', { name: DRAFT })).toBeVisible();
    await page.screenshot({ path: 'test-results/pages/denied.png' });
    await expectAccessible(page);
  });

  await test.step('and leads to the policy, for whoever may change it', async () => {
    await standing.getByRole('link', { name: 'See the policy' }).click();
    await expect(page.getByText(/We try out by hand/).first()).toBeVisible();
  });

  await test.step('the team says yes, and both agree', async () => {
    await put(YES);
    const done = await deployBot.wait(await ask(), { seconds: 30 });
    expect(done).toMatchObject({ state: 'succeeded' });
    await open(done.id);
    await expect(level('Team')).toContainText('(a grant)');
    await expect(level('Portal')).toContainText('(a grant)');
    await expect(
      decided.getByRole('region', { name: 'Policies in shadow' }).first(),
    ).toContainText('With it enforced this would have been denied.');
  });
});
