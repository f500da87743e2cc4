import { cp, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { runIn, TestFolder } from './__testUtils__/runIn';

const ROOT = resolve(__dirname, '../../..');
const GUIDES = ['your-first-three-policies', 'policy-pull-requests'];
const FIRST = 'examples/first-policies';

const read = (path: string) => readFile(join(ROOT, path), 'utf8');

/** Snippets of a guide, and the files they claim to be. */
async function snippetsOf(guide: string) {
  const text = await read(`docs/guides/${guide}.md`);
  return [...text.matchAll(/<!-- file: (\S+) -->\n\n```\w+\n([^]*?)```/g)].map(
    ([, file, snippet]) => ({ file, snippet }),
  );
}

/** A portal that knows the organization, and has every replay done at once. */
async function portal(input: unknown): Promise<Response> {
  const url = String(input);
  if (url.endsWith('/report.md')) {
    return new Response('**2 of 9 decisions would change**\n');
  }
  const answer = url.endsWith('/v1/replays')
    ? JSON.stringify({
        id: 'r-1',
        state: 'succeeded',
        policies: [],
        progress: { total: 9, done: 9 },
        report: { loosened: 1, tightened: 1, checkpoint: 0 },
      })
    : await read(`${FIRST}/organization.json`);
  return new Response(answer, {
    headers: { 'content-type': 'application/json' },
  });
}

/** Commands of a guide, and what it says they print. */
async function commandsOf(guide: string) {
  const text = await read(`docs/guides/${guide}.md`);
  return [...text.matchAll(/```console\n\$ agentgov (.*)\n([^]*?)```/g)].map(
    ([, args, output]) => ({ args: args.split(' '), output }),
  );
}

describe('the guides about policies', () => {
  it.each(GUIDES)('%s shows files as they are', async guide => {
    const snippets = await snippetsOf(guide);
    expect(snippets.length).toBeGreaterThan(0);
    for (const { file, snippet } of snippets) {
      expect({ file, text: snippet }).toEqual({ file, text: await read(file) });
    }
  });

  it('show every snippet of YAML from a file that is tried', async () => {
    for (const guide of GUIDES) {
      const text = await read(`docs/guides/${guide}.md`);
      expect(text.match(/```yaml/g)).toHaveLength(
        (await snippetsOf(guide)).length,
      );
    }
  });

  it('say of commands what they print', async () => {
    const commands = await commandsOf('your-first-three-policies');
    expect(commands.map(({ args }) => args[1])).toEqual([
      'test',
      'check',
      'coverage',
    ]);
    for (const { args, output } of commands) {
      expect(await runIn(ROOT, args)).toEqual({
        code: 0,
        out: output,
        err: '',
      });
    }
  });
});

describe('the workflow for pull requests', () => {
  let folder: TestFolder;

  beforeEach(async () => {
    folder = await TestFolder.create();
    await cp(join(ROOT, FIRST), join(folder.path, 'policies'), {
      recursive: true,
    });
  });

  afterEach(() => folder.remove());

  /** Runs every step that is a command of ours, as the runner would, until one fails. */
  async function runWorkflow() {
    const workflow = parse(
      await read('examples/pull-requests/policies.workflow.yaml'),
    );
    const { env, steps } = workflow.jobs.policies;
    const done: Array<{ name: string; code: number; out: string }> = [];
    for (const { name, run = '' } of steps) {
      if (!run.startsWith('agentgov ')) {
        continue;
      }
      const args = run.replace('$PORTAL', env.PORTAL).trim().split(/\s+/);
      const { code, out } = await runIn(folder.path, args.slice(1), {
        env: { AGENTGOV_TOKEN: 'a-token' },
        fetch: portal as typeof fetch,
      });
      done.push({ name, code, out });
      if (code !== 0) {
        break;
      }
    }
    return done;
  }

  it('has nothing against the first three policies', async () => {
    const done = await runWorkflow();
    expect(done.map(({ name, code }) => [name, code])).toEqual([
      ['Who may speak for what', 0],
      ['Check', 0],
      ['Test', 0],
      ['Coverage', 0],
      ['Replay', 0],
    ]);
    // what is put on the pull request
    expect(await readFile(join(folder.path, 'replay.md'), 'utf8')).toBe(
      '**2 of 9 decisions would change**\n',
    );
  });

  it.each([
    [
      'a misspelt fact',
      'freeze.yaml',
      'conditions.freeze.active',
      'conditions.freze.active',
      'Check',
      '::error file=policies/freeze.yaml,line=12',
    ],
    [
      'an owner who may not say so',
      'freeze.yaml',
      'group:default/platform',
      'group:default/payments',
      'Check',
      'It does not count',
    ],
    [
      'a rule that became another',
      'routine.yaml',
      '< 10',
      '< 20',
      'Test',
      '::error file=policies/routine.fixtures.yaml',
    ],
  ])('stops %s, and says where', async (_, file, before, after, step, said) => {
    const text = await read(`${FIRST}/${file}`);
    await folder.write(`policies/${file}`, text.replace(before, after));
    const last = (await runWorkflow()).at(-1)!;
    expect(last).toMatchObject({
      name: step,
      out: expect.stringContaining(said),
    });
    expect(last.code).not.toBe(0);
  });
});
