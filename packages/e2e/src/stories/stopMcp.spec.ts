import { asAgent, overMcp, said } from '../agents';
import { section } from '../pages';
import { asPerson, signInAs } from '../people';
import { expect, test } from '../test';
import { freshVersion } from '../world';

const PAYMENTS = 'component:default/payments-api';
const SERVICE_PAGE = '/catalog/default/component/payments-api/agents';
const REQUEST = 'agent-governance.io/request';
/** Longer than anybody waits for a deployment. */
const STUCK_MS = 600_000;

test(
  'somebody pulls the brake while calls are in flight over MCP: each caller is told what became of its own',
  { tag: '@postgres' },
  async ({ page, portal, world }) => {
    test.setTimeout(120_000);
    const mcp = await overMcp(portal, 'deploy-bot');
    const deployBot = await asAgent(portal, 'deploy-bot');
    const reason = `Deploys over MCP without end, ${freshVersion()}`;
    const deploy = (environment: string, version = freshVersion()) =>
      mcp.callTool({
        name: 'deployments.deploy',
        arguments: { target: PAYMENTS, environment, version },
      });
    const newest = async () =>
      (await deployBot.list({ target: PAYMENTS, limit: 1 })).items[0];

    await test.step('it works, as at any other door', async () => {
      const done = await deploy('staging');
      expect(done.isError).toBeFalsy();
      expect(await deployBot.get(done._meta![REQUEST] as string)).toMatchObject(
        { state: 'succeeded' },
      );
    });

    const version = freshVersion();
    await world.disturb({ kind: 'delay', delayMs: STUCK_MS });
    const inFlight = deploy('staging', version);
    await expect
      .poll(async () => {
        const { state, input } = await newest();
        return input.version === version && state;
      })
      .toBe('executing');
    const running = await newest();
    // nothing was quoted, so somebody has to look at it
    const held = said(await deploy('production'));
    expect(held).toMatchObject({ state: 'held' });
    const waiting = mcp.callTool({
      name: 'agent-governance.wait-for-request',
      arguments: { request: held.request, waitSeconds: 60 },
    });

    await test.step('an owner of the service stops the agent here', async () => {
      await signInAs(page, 'priya', { path: SERVICE_PAGE });
      await page.getByRole('button', { name: 'Stop', exact: true }).click();
      const dialog = page.getByRole('dialog', {
        name: 'What is to be stopped?',
      });
      await dialog.getByRole('radio', { name: 'One agent, here' }).check();
      await dialog.getByRole('button', { name: /Agent/ }).click();
      await page.getByRole('option', { name: /deploy-bot/i }).click();
      await expect(dialog).toContainText('1 held request ends.');
      await expect(dialog).toContainText('1 execution is cut off.');
      await dialog.getByLabel(/Reason/).fill(reason);
      await dialog.getByRole('button', { name: 'Stop now' }).click();
      await expect(dialog).toBeHidden();
    });

    await test.step('the call in flight comes back as unknown, the one that waited as stopped', async () => {
      expect(said(await inFlight)).toMatchObject({
        request: running.id,
        state: 'unknown',
      });
      expect(said(await waiting)).toMatchObject({
        request: held.request,
        state: 'stopped',
      });
      await page.goto(`/agent-governance/requests/${running.id}`);
      await expect(section(page, 'Where it stands')).toContainText(
        /A stop was pulled while it ran/,
      );
    });

    await world.calm();
    await test.step('what is new is refused and names the stop', async () => {
      expect(said(await deploy('staging'))).toMatchObject({
        state: 'denied',
        because: expect.stringContaining(reason),
        unblock: expect.arrayContaining([
          expect.objectContaining({ kind: 'stop-released' }),
        ]),
      });
    });

    await test.step('the record of all this holds', async () => {
      const vera = await asPerson(portal, 'vera');
      expect(await vera.api.verifyLedger()).toMatchObject({
        ok: true,
        findings: [],
      });
    });
    await mcp.close();
  },
);
