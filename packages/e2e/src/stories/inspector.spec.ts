import { GovernedAgent } from '@agentgov/agent-sdk';
import { loadAgentKey } from 'demo-agents/identity';
import { keysFolder } from '../agents/keysFolder';
import { runInspector } from '../agents/runInspector';
import { expect, test } from '../test';
import { freshVersion } from '../world';

test('the official inspector sees tools it has nothing to say against, and calls one as the agent', async ({
  portal,
}) => {
  const { privateJwk } = await loadAgentKey(
    keysFolder(portal.dataDir),
    'deploy-bot',
  );
  const deployBot = GovernedAgent.create({
    portalUrl: portal.url,
    agentRef: 'agent:default/deploy-bot',
    key: privateJwk,
    oauth: { issuer: portal.agentIssuer },
  });
  const inspect = async (...args: string[]) =>
    runInspector(portal.url, await deployBot.token(), args);

  const listed = await inspect('--method', 'tools/list', '--strict');
  expect(listed).toMatchObject({ code: 0 });
  const { tools } = JSON.parse(listed.stdout).result;
  expect(tools.map(({ name }: { name: string }) => name)).toEqual(
    expect.arrayContaining([
      'deployments.deploy',
      'agent-governance.wait-for-request',
    ]),
  );

  const version = freshVersion();
  const called = await inspect(
    '--method',
    'tools/call',
    '--tool-name',
    'deployments.deploy',
    '--tool-args-json',
    JSON.stringify({
      target: 'component:default/payments-api',
      environment: 'staging',
      version,
    }),
  );
  expect(called).toMatchObject({ code: 0 });
  const { items } = await deployBot.list({ limit: 1 });
  expect(items).toMatchObject([{ state: 'succeeded', input: { version } }]);
  expect(called.stdout).toContain(items[0].id);

  const nobody = await runInspector(portal.url, 'no.token.atall', [
    '--method',
    'tools/list',
  ]);
  expect(nobody.code).not.toBe(0);
});
