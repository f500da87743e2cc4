import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  FREEZE_FIXTURES,
  FREEZE_POLICY,
  organizationText,
  runIn,
  TestFolder,
} from '../__testUtils__/runIn';

const ROOT = resolve(__dirname, '../../../..');

let folder: TestFolder;

beforeEach(async () => {
  folder = await TestFolder.create({
    'policies/freeze.yaml': FREEZE_POLICY,
    'policies/freeze.fixtures.yaml': FREEZE_FIXTURES,
    'organization.json': organizationText(),
  });
});

afterEach(() => folder.remove());

const run = (...args: string[]) => runIn(folder.path, args);

describe('agentgov policy test', () => {
  it('says what passed, what was tried, and that authority was not checked', async () => {
    const { code, out } = await run('policy', 'test');
    expect(code).toBe(0);
    expect(out).toContain('✓ policies/freeze.fixtures.yaml (2 fixtures)');
    expect(out).toContain('code-freeze  2 of 2');
    expect(out).toContain('Authority of 1 policy was not checked');
    expect(out).toContain('1 policy, 2 fixtures: 2 passed.');
  });

  it('needs no word about authority that was checked and is given', async () => {
    const { code, out } = await run(
      'policy',
      'test',
      '--org',
      'organization.json',
      'policies',
    );
    expect(code).toBe(0);
    expect(out).not.toContain('uthority');
  });

  it('decides without a policy whose owner may not say it, and fails', async () => {
    await folder.write(
      'organization.json',
      organizationText({ policyAdmins: ['group:default/audit'] }),
    );
    const { code, out } = await run(
      'policy',
      'test',
      '--org',
      'organization.json',
      'policies',
    );
    expect(code).toBe(1);
    expect(out).toContain(
      'code-freeze does not count: group:default/platform is not among agentGovernance.policyAdmins',
    );
    expect(out).toContain('verdict  expected deny, got allow');
  });

  it('shows of what failed expected against got, and what decided instead', async () => {
    await folder.write(
      'policies/freeze.fixtures.yaml',
      FREEZE_FIXTURES.replace('verdict: deny', 'verdict: allow'),
    );
    const { code, out } = await run('policy', 'test');
    expect(code).toBe(1);
    expect(out).toContain('  ✗ frozen\n    policies/freeze.fixtures.yaml:4:5');
    expect(out).toContain('verdict  expected allow, got deny');
    expect(out).toContain(
      'code-freeze/frozen (organization, deny) matched: A freeze is in force',
    );
    expect(out).toContain('conditions.freeze = {"active":true');
    expect(out).toContain('1 passed, 1 failed');
  });

  it('fails where too little is tried, and says what', async () => {
    await folder.write(
      'policies/freeze.fixtures.yaml',
      'schemaVersion: 1\nfixtures: [{ name: one, expect: { verdict: deny } }]',
    );
    const { code, out } = await run('policy', 'test', '--min-coverage', '100');
    expect(code).toBe(1);
    expect(out).toContain('frozen: never matches');
    expect(out).toContain('Coverage is 50 %, and must be at least 100 %.');
    expect((await run('policy', 'test', '--min-coverage', '50')).code).toBe(0);
  });

  it.each<[string, Record<string, string>, string]>([
    [
      'a fixture for a rule that does not exist',
      {
        'policies/freeze.fixtures.yaml': FREEZE_FIXTURES.replace(
          '/frozen',
          '/frosen',
        ),
      },
      'did you mean frozen?',
    ],
    [
      'a fact of the wrong type',
      {
        'policies/freeze.fixtures.yaml': FREEZE_FIXTURES.replace(
          'active: true',
          'active: 7',
        ),
      },
      'policies/freeze.fixtures.yaml:5:40 fixtures[0].given.conditions.freeze.active: conditions.freeze.active: expected true or false, got 7',
    ],
    [
      'a policy that cannot be compiled',
      {
        'policies/freeze.yaml': FREEZE_POLICY.replace(
          'freeze.active',
          'freze.active',
        ),
      },
      'policies/freeze.yaml:10:24 rules[0].when: reads `conditions.freze`',
    ],
    [
      'a policy that is in two files',
      { 'policies/again.yaml': FREEZE_POLICY },
      'is in policies/again.yaml already',
    ],
    [
      'an organization that is none',
      { 'organization.json': '{}' },
      'is not an exported organization',
    ],
    [
      'an organization that is no JSON',
      { 'organization.json': 'x' },
      'cannot be read as an exported organization',
    ],
    [
      'an environment that is not there',
      {
        'policies/freeze.yaml': `${FREEZE_POLICY}  appliesTo: { environments: [prod] }\n`,
      },
      'is not a configured environment',
    ],
  ])('cannot use %s, and says where', async (_, files, said) => {
    for (const [name, text] of Object.entries(files)) {
      await folder.write(name, text);
    }
    const { code, out, err } = await run(
      'policy',
      'test',
      '--org',
      'organization.json',
      'policies',
    );
    expect(code).toBe(2);
    expect(out + err).toContain(said);
  });

  it.each([
    [['policy', 'test', 'nowhere'], 'nowhere: there is no such file or folder'],
    [
      ['policy', 'test', '--reporter', 'html'],
      'Allowed choices are default, junit, github, json',
    ],
    [['policy', 'test', '--min-coverage', '101'], 'a number from 0 to 100'],
    [['policy', 'tets'], 'Did you mean test?'],
    [['policy', 'coverage'], "required option '--org <file>' not specified"],
  ])('refuses %j', async (args, said) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });

  it('says nothing good of a folder without policies or without fixtures', async () => {
    const empty = await TestFolder.create({ 'a.yaml': 'kind: Deployment' });
    expect(await runIn(empty.path, ['policy', 'test'])).toMatchObject({
      code: 2,
      out: expect.stringContaining('There are no policies here.'),
    });
    await empty.write('b.yaml', FREEZE_POLICY);
    expect(await runIn(empty.path, ['policy', 'test'])).toMatchObject({
      code: 2,
      out: expect.stringContaining('There are no fixtures here'),
    });
    await empty.remove();
  });

  it('reads fixtures in the entity as well', async () => {
    const inside = await TestFolder.create({
      'a.yaml': `${FREEZE_POLICY}  fixtures: { schemaVersion: 1, fixtures: [{ name: inside, expect: { verdict: deny } }] }\n`,
    });
    const { code, out } = await runIn(inside.path, ['policy', 'test']);
    expect(out).toContain('✓ a.yaml (1 fixture)');
    expect(code).toBe(0);
    await inside.remove();
  });

  it('reports as JUnit, with what failed in it, and says the rest here', async () => {
    await folder.write(
      'policies/freeze.fixtures.yaml',
      FREEZE_FIXTURES.replace('verdict: deny', 'verdict: allow'),
    );
    const { out } = await run(
      'policy',
      'test',
      '--reporter',
      'junit',
      '--output',
      'report.xml',
    );
    const report = await readFile(join(folder.path, 'report.xml'), 'utf8');
    expect(report).toMatch(
      /<testsuites name="agentgov policy test" tests="3" failures="1" errors="0" skipped="1"/,
    );
    expect(report).toContain('expected allow, got deny');
    expect(out).toContain('1 passed, 1 failed');
  });

  it('annotates on GitHub, whatever a name holds', async () => {
    await folder.write(
      'policies/freeze.fixtures.yaml',
      FREEZE_FIXTURES.replace('name: frozen', 'name: "a::b, 100%"').replace(
        'verdict: deny',
        'verdict: allow',
      ),
    );
    const { out } = await run('policy', 'test', '--reporter', 'github');
    expect(out).toMatch(
      /^::error file=policies\/freeze\.fixtures\.yaml,line=4,col=5,title=a%3A%3Ab%2C 100%25::verdict {2}expected allow, got deny%0A/,
    );
  });

  it('tells machines everything', async () => {
    const { out } = await run('policy', 'test', '--reporter', 'json');
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      policies: [
        {
          ref: 'agentpolicy:default/code-freeze',
          authority: { state: 'not-checked' },
        },
      ],
      fixtures: [{ name: 'frozen', outcome: 'passed', verdict: 'deny' }, {}],
      coverage: { percent: 100, required: 2 },
    });
  });

  it('runs again when a file changes, until it is told to end', async () => {
    const end = new AbortController();
    let out = '';
    const done = runIn(folder.path, ['policy', 'test', '--watch'], {
      ended: end.signal,
      out: text => {
        out += text;
        if (out.endsWith('Watching for changes; end with Ctrl-C.\n')) {
          if (out.includes('1 failed')) {
            end.abort();
          } else {
            folder.write(
              'policies/freeze.fixtures.yaml',
              FREEZE_FIXTURES.replace('verdict: deny', 'verdict: allow'),
            );
          }
        }
      },
    });
    expect((await done).code).toBe(1);
    expect(out).toContain('2 passed');
  });
});

describe('agentgov policy check', () => {
  it('compiles, and does not call fine what nobody checked', async () => {
    const { code, out } = await run('policy', 'check', 'policies');
    expect(out).toContain('Authority of 1 policy was not checked');
    expect(out).toContain('1 policy compiled, 0 problems, 0 warnings.');
    expect(code).toBe(0);
    expect((await run('policy', 'check', '--strict', 'policies')).code).toBe(1);
    expect(
      (
        await run(
          'policy',
          'check',
          '--strict',
          '--org',
          'organization.json',
          'policies',
        )
      ).code,
    ).toBe(0);
  });

  it('says of authority what the portal says', async () => {
    await folder.write(
      'policies/mailer.yaml',
      FREEZE_POLICY.replace('code-freeze', 'mailer').replace(
        'level: organization',
        'level: service\n  entity: mailer',
      ),
    );
    const { code, out } = await run(
      'policy',
      'check',
      '--org',
      'organization.json',
      'policies',
    );
    expect(code).toBe(1);
    expect(out).toContain(
      'policies/mailer.yaml:1 mailer does not count: group:default/platform does not own component:default/mailer: group:default/support does.',
    );
  });

  it('does not guess who owns what the export does not hold', async () => {
    await folder.write(
      'policies/other.yaml',
      FREEZE_POLICY.replace('code-freeze', 'other').replace(
        'level: organization',
        'level: service\n  entity: other',
      ),
    );
    const { code, out } = await run(
      'policy',
      'check',
      '--org',
      'organization.json',
      'policies',
    );
    expect(code).toBe(0);
    expect(out).toContain(
      'Authority of 1 policy was not checked: the exported organization does not say who owns component:default/other',
    );
  });

  it('warns of actions that are not there', async () => {
    await folder.write(
      'policies/freeze.yaml',
      `${FREEZE_POLICY}  appliesTo: { actions: ['deployments:deploi'] }\n`,
    );
    const { out } = await run(
      'policy',
      'check',
      '--org',
      'organization.json',
      'policies',
      '--reporter',
      'github',
    );
    expect(out).toContain(
      '::warning file=policies/freeze.yaml,line=1,title=code-freeze::',
    );
    expect(out).toContain('(did you mean deployments:deploy?)');
  });
});

describe('agentgov policy coverage', () => {
  const cover = (...args: string[]) =>
    run(
      'policy',
      'coverage',
      '--org',
      'organization.json',
      ...args,
      'policies',
    );

  it('is fine where every action is decided about, and fails where nobody did', async () => {
    expect(await cover()).toMatchObject({ code: 0 });
    await folder.write(
      'policies/freeze.yaml',
      `${FREEZE_POLICY}  appliesTo: { environments: [production] }\n`,
    );
    const { code, out } = await cover();
    expect(code).toBe(1);
    expect(out).toContain('uncovered: deployments:deploy in staging');
    expect((await cover('--allow-uncovered', '1')).code).toBe(0);
    expect((await cover('--environment', 'production', '--')).code).toBe(0);
    expect(await cover('--environment', 'prod', '--')).toMatchObject({
      code: 2,
      err: expect.stringContaining('there are staging, production'),
    });
  });
});

describe('the policies this repository shows', () => {
  it.each([
    'examples/acme',
    'plugins/permission-backend-module-agent-governance/src/examples',
  ])('%s are tried to every outcome', async set => {
    const { code, out } = await runIn(ROOT, [
      'policy',
      'test',
      set,
      '--min-coverage',
      '100',
    ]);
    expect(out).toContain('(100 %)');
    expect(code).toBe(0);
  });
});
