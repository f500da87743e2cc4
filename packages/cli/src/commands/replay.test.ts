import type { Replay } from '@agentgov/backstage-plugin-agent-governance-common';
import { FREEZE_POLICY, runIn, TestFolder } from '../__testUtils__/runIn';

const BASE = 'https://portal.example.com/api/agent-governance/v1/replays';
const TOKEN = 'a-token-of-a-person';

const replay = (changes: Partial<Replay>): Replay => ({
  id: 'r-1',
  title: 'A draft',
  createdAt: '2026-11-20T10:00:00.000Z',
  state: 'queued',
  progress: { total: 0, done: 0 },
  scope: { from: '2026-11-13T10:00:00.000Z', to: '2026-11-20T10:00:00.000Z' },
  draft: { changes: [] },
  policies: [],
  mayCancel: true,
  revision: 1,
  ...changes,
});

const reportOf = (flips: {
  loosened?: number;
  tightened?: number;
  checkpoint?: number;
}) =>
  ({
    schemaVersion: 1,
    loosened: 0,
    tightened: 0,
    checkpoint: 0,
    ...flips,
  } as Replay['report']);

let folder: TestFolder;

beforeEach(async () => {
  folder = await TestFolder.create({ 'policies/freeze.yaml': FREEZE_POLICY });
});

afterEach(() => folder.remove());

/** A portal in which a replay goes through these states, one for each time it is asked. */
class TestReplays {
  readonly asked: Array<{ method: string; url: string; body?: any }> = [];
  readonly #states: Replay[];
  onAsk = () => {};

  constructor(...states: Replay[]) {
    this.#states = states;
  }

  readonly fetch = async (input: unknown, init: RequestInit = {}) => {
    const url = String(input);
    const { method = 'GET', body, signal } = init;
    this.asked.push({
      method,
      url,
      ...(body !== undefined && { body: JSON.parse(String(body)) }),
    });
    this.onAsk();
    signal?.throwIfAborted();
    if (url.endsWith('/report.md')) {
      return new Response('# What it would change\n');
    }
    const state = this.#states.shift();
    return new Response(JSON.stringify(state), {
      headers: { 'content-type': 'application/json' },
    });
  };
}

function run(
  portal: Pick<TestReplays, 'fetch'>,
  args: string[],
  ended?: AbortSignal,
) {
  return runIn(
    folder.path,
    ['replay', '--portal', 'https://portal.example.com', ...args],
    {
      env: { AGENTGOV_TOKEN: TOKEN },
      fetch: portal.fetch as typeof fetch,
      ...(ended && { ended }),
    },
  );
}

const succeeded = (flips: Parameters<typeof reportOf>[0], changes = {}) =>
  replay({
    state: 'succeeded',
    revision: 4,
    report: reportOf(flips),
    ...changes,
  });

describe('agentgov replay', () => {
  it('uploads the policies, says how far it is, and prints the report', async () => {
    const portal = new TestReplays(
      replay({}),
      replay({
        state: 'running',
        progress: { total: 200, done: 0 },
        revision: 2,
      }),
      replay({
        state: 'running',
        progress: { total: 200, done: 120 },
        revision: 3,
      }),
      succeeded({ tightened: 3 }),
    );
    const { code, out, err } = await run(portal, [
      ...['--days', '14', '--off', 'old-one', '--enforce', 'office-hours'],
      ...['--environment', 'production', '--title', 'Tighter freeze'],
      ...['--', 'policies'],
    ]);
    expect(code).toBe(0);
    expect(out).toBe('# What it would change\n');
    expect(err).toBe(
      'The replay waits for its turn.\n0 of 200 decisions made again\n120 of 200 decisions made again\n',
    );
    const [start, ...then] = portal.asked;
    expect(start).toMatchObject({
      method: 'POST',
      url: BASE,
      body: {
        title: 'Tighter freeze',
        draft: {
          changes: [
            { kind: 'text', file: 'policies/freeze.yaml', text: FREEZE_POLICY },
            { kind: 'off', policyRef: 'agentpolicy:default/old-one' },
            {
              kind: 'mode',
              policyRef: 'agentpolicy:default/office-hours',
              mode: 'enforce',
            },
          ],
        },
        scope: { environments: ['production'] },
      },
    });
    const { from, to } = start.body.scope;
    expect(Date.parse(to) - Date.parse(from)).toBe(14 * 86_400_000);
    expect(then.map(({ url }) => url)).toEqual([
      `${BASE}/r-1?waitSeconds=30&revision=1`,
      `${BASE}/r-1?waitSeconds=30&revision=2`,
      `${BASE}/r-1?waitSeconds=30&revision=3`,
      `${BASE}/r-1/report.md`,
    ]);
  });

  it.each<[string, Parameters<typeof reportOf>[0], number]>([
    ['loosened', { loosened: 1 }, 1],
    ['loosened', { tightened: 5, checkpoint: 2 }, 0],
    ['any', { checkpoint: 1 }, 1],
    ['any', {}, 0],
    ['never', { loosened: 9 }, 0],
  ])('with --fail-on %s and %j ends with %d', async (failOn, flips, code) => {
    const ended = await run(new TestReplays(succeeded(flips)), [
      '--fail-on',
      failOn,
      'policies',
    ]);
    expect(ended.code).toBe(code);
  });

  it('prints the report for machines', async () => {
    const { out } = await run(new TestReplays(succeeded({ tightened: 3 })), [
      '--format',
      'json',
      'policies',
    ]);
    expect(JSON.parse(out)).toEqual(reportOf({ tightened: 3 }));
  });

  it('never takes for good news that a text counted for nothing', async () => {
    const policies: Replay['policies'] = [
      {
        ref: 'agentpolicy:default/code-freeze',
        title: 'code-freeze',
        change: 'unchanged',
        inert: 'group:default/platform is nobody',
        warnings: [],
      },
    ];
    const { code, err } = await run(
      new TestReplays(succeeded({}, { policies })),
      ['policies'],
    );
    expect(code).toBe(1);
    expect(err).toContain(
      'agentpolicy:default/code-freeze counts for nothing: group:default/platform is nobody.',
    );
  });

  it('says that it failed, and does not call that fine', async () => {
    const { code, err } = await run(
      new TestReplays(replay({ state: 'failed', error: 'no room' })),
      ['--fail-on', 'never', 'policies'],
    );
    expect(code).toBe(3);
    expect(err).toContain('The replay r-1 failed: no room.');
  });

  it('cancels the replay when it is told to end', async () => {
    const end = new AbortController();
    const portal = new TestReplays(
      replay({ state: 'running', revision: 2 }),
      replay({ state: 'cancelled', revision: 3 }),
    );
    portal.onAsk = () => {
      if (portal.asked.length === 2) {
        end.abort();
      }
    };
    const { code, err } = await run(portal, ['policies'], end.signal);
    expect(portal.asked.at(-1)).toMatchObject({
      method: 'POST',
      url: `${BASE}/r-1/cancel`,
    });
    expect(code).toBe(3);
    expect(err).toContain('The replay r-1 cancelled.');
  });

  it('says what is wrong with a draft, where, without asking or after', async () => {
    await folder.write(
      'policies/bad.yaml',
      FREEZE_POLICY.replace('deny', 'dny'),
    );
    const nobody = new TestReplays();
    const here = await run(nobody, ['policies']);
    expect(here).toMatchObject({
      code: 2,
      err: expect.stringContaining('policies/bad.yaml:9:15 rules[0].effect'),
    });
    expect(nobody.asked).toEqual([]);

    const there = await run(
      {
        fetch: async () =>
          new Response(
            JSON.stringify({
              error: {
                name: 'InputError',
                message: 'The draft cannot be compiled',
                problems: [
                  {
                    field: 'owner',
                    file: 'policies/freeze.yaml',
                    line: 5,
                    reason: 'is nobody',
                  },
                ],
              },
              response: { statusCode: 400 },
            }),
            { status: 400, headers: { 'content-type': 'application/json' } },
          ),
      },
      ['policies/freeze.yaml'],
    );
    expect(there).toMatchObject({
      code: 2,
      err: 'The portal answered 400: The draft cannot be compiled\npolicies/freeze.yaml:5 owner: is nobody\n',
    });
  });

  it.each([
    [[], /nothing to try/],
    [['--days', '0', 'policies'], /whole number of days/],
    [
      ['--fail-on', 'flips', 'policies'],
      /Allowed choices are loosened, any, never/,
    ],
  ])('refuses %j', async (args, said) => {
    const { code, err } = await run(new TestReplays(), args);
    expect(code).toBe(2);
    expect(err).toMatch(said);
  });
});
