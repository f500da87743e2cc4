import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { newKey } from '../__testUtils__/agentKey';
import { FakePortal } from '../__testUtils__/FakePortal';
import { quickly } from '../__testUtils__/quickly';
import { ActionRequest, GovernedAgent } from '..';
import { deploy } from './deploy';
import { tryOnce } from './handleErrors';
import { deployOrReport } from './reportOutcome';

const asked = {
  action: 'deployments:deploy',
  target: 'component:default/payments-api',
  environment: 'production',
  input: { version: '1.4.2' },
};

describe('the examples', () => {
  let portal: FakePortal;

  beforeEach(async () => {
    portal = new FakePortal();
    await portal.start();
  });

  afterEach(() => portal.stop());

  it('deploy.ts looks, asks, waits and quotes what it saw', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'agent-'));
    const before = process.cwd();
    try {
      process.chdir(folder);
      writeFileSync('agent.private.json', JSON.stringify(newKey()));
      portal.decided = {
        execution: { output: { deployed: true } },
      } as unknown as ActionRequest;
      await expect(deploy(portal.url, '1.4.2')).resolves.toEqual({
        deployed: true,
      });
    } finally {
      process.chdir(before);
      rmSync(folder, { recursive: true });
    }
    expect(portal.bodies).toEqual([
      { ...asked, contextSnapshot: 'snapshot-1' },
    ]);
  });

  it.each<[string, Partial<ActionRequest>]>([
    [
      'done: {"deployed":true}',
      {
        state: 'succeeded',
        execution: { output: { deployed: true } } as never,
      },
    ],
    ['wait for r-1', { state: 'held' }],
    [
      'do something else, or have this changed: The freeze ends (group:default/sre)',
      {
        state: 'denied',
        reason: 'denied',
        unblock: [
          {
            kind: 'freeze-ends',
            message: 'The freeze ends',
            who: ['group:default/sre'],
            verdict: 'allow',
          },
        ],
      },
    ],
    [
      'ask anew, later',
      { state: 'denied', reason: 'could-not-evaluate', retryable: true },
    ],
    ['do not ask again: tell somebody', { state: 'unknown' }],
    [
      'give up: deployments:deploy on component:default/payments-api was rejected: no',
      { state: 'rejected', because: 'no' },
    ],
  ])('handleErrors.ts says: %s', async (says, decided) => {
    portal.decided = decided;
    const agent = GovernedAgent.create({
      portalUrl: portal.url,
      agentRef: 'agent:default/deploy-bot',
      key: newKey(),
      retry: quickly,
    });
    await expect(tryOnce(agent, asked)).resolves.toBe(says);
  });

  it.each([
    ['1.4.2', 'succeeded', true],
    ['1.4.1', 'failed', false],
  ] as const)(
    'reportOutcome.ts reports what it sees (%s), and goes by what a person found out',
    async (running, outcome, happened) => {
      portal.decided = {
        state: 'unknown',
        reconciliation: { outcome } as ActionRequest['reconciliation'],
      };
      portal.path = ['reconciled'];
      const agent = GovernedAgent.create({
        portalUrl: portal.url,
        agentRef: 'agent:default/deploy-bot',
        key: newKey(),
        retry: quickly,
      });
      await expect(
        deployOrReport(agent, asked, async () => running),
      ).resolves.toBe(happened);
      const [request] = portal.requests.values();
      expect(request.outcomeReport).toEqual({
        outcome,
        note: `It answers with version ${running}.`,
        evidence: { running },
      });
    },
  );

  it.each([
    ['README.md', ['deploy.ts', 'reportOutcome.ts']],
    [
      '../../docs/guides/write-an-agent.md',
      ['deploy.ts', 'handleErrors.ts', 'reportOutcome.ts'],
    ],
  ])('stand in %s as they stand here', (page, files) => {
    const text = readFileSync(resolve(__dirname, '../..', page), 'utf8');
    const snippets = Array.from(
      text.matchAll(/<!-- snippet: (\S+) -->\n```\w+\n([\s\S]*?)```/g),
      ([, file, code]) => ({ file, code }),
    );
    expect(snippets.map(({ file }) => file)).toEqual(files);
    for (const { file, code } of snippets) {
      expect(code).toBe(
        readFileSync(resolve(__dirname, file), 'utf8').replace(
          "from '..'",
          "from '@agentgov/agent-sdk'",
        ),
      );
    }
  });
});
