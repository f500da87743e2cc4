import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deploy } from 'demo-agents/agents';
import { asAgent, makeAgentKeys } from '../agents';
import { section } from '../pages';
import { signInAs } from '../people';
import { Portal, startPortal } from '../portal';
import { readDatabase } from '../setup/readDatabase';
import { waitForAcme } from '../setup/waitForAcme';
import { expect, test as base } from '../test';
import { DemoWorld, freshVersion } from '../world';

/** Longer than the story takes: nobody hears this answer. */
const NEVER_MS = 600_000;

/** A portal of its own, because this story breaks it. */
const test = base.extend<{ ownPortal: Portal }>({
  ownPortal: async ({}, use, testInfo) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'agentgov-crash-'));
    await makeAgentKeys(dataDir);
    const portal = await startPortal({
      dataDir,
      logDir: testInfo.outputPath('portal'),
      faults: true,
      postgres: readDatabase(process.env),
      config: [{ agentGovernance: { execution: { lease: 'PT5S' } } }],
    });
    await use(portal);
    await portal.stop();
    await rm(dataDir, { recursive: true, force: true });
  },
});

test(
  'a deployment is finished once when the portal dies between sending it and hearing the answer',
  { tag: '@postgres' },
  async ({ page, ownPortal: portal }) => {
    test.setTimeout(240_000);
    await waitForAcme(portal);
    const deployBot = await asAgent(portal, 'deploy-bot');
    const world = new DemoWorld(portal.demoWorldUrl);
    const version = freshVersion();
    const deployments = async () =>
      (await world.effects()).filter(({ body }) => body.version === version);

    await world.disturb({ kind: 'delay', delayMs: NEVER_MS });
    const asked = await deploy(deployBot, {
      service: 'payments-api',
      version,
      environment: 'production',
    });
    expect(asked).toMatchObject({ verdict: 'allow' });
    await expect
      .poll(async () => (await deployments()).length, {
        message: 'the deployment took effect',
      })
      .toBe(1);
    expect(await deployBot.get(asked.id)).toMatchObject({
      state: 'executing',
    });

    await portal.kill('backend');
    await portal.start('backend');

    const again = await asAgent(portal, 'deploy-bot');
    const done = await again.wait(asked, { seconds: 60 });
    expect(done).toMatchObject({ id: asked.id, state: 'succeeded' });
    const key = done.execution!.idempotencyKey;
    const log = await deployments();
    expect(log.map(effect => effect.key)).toEqual(log.map(() => key));
    expect(log.map(({ outcome }) => outcome)).toEqual(['accepted', 'repeat']);

    await signInAs(page, 'priya', {
      path: `${portal.url}/agent-governance/requests/${asked.id}`,
    });
    const happened = section(page, 'What happened');
    await expect(happened).toContainText('Succeeded');
    await expect(happened).toContainText('attempt 2');
    await expect(happened).toContainText(key);
  },
);
