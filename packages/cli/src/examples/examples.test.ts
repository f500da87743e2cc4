import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  readFixtureFile,
  quietFacts,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { runIn, TestFolder } from '../__testUtils__/runIn';

const ROOT = resolve(__dirname, '../../../..');
const example = (name: string) => readFileSync(join(__dirname, name), 'utf8');

describe('what the pages show', () => {
  it.each(['packages/cli/README.md', 'docs/guides/test-policies.md'])(
    '%s is what is tried here',
    page => {
      const shown = Array.from(
        readFileSync(join(ROOT, page), 'utf8').matchAll(
          /<!-- snippet: (\S+) -->\n```\w+\n([\s\S]*?)```/g,
        ),
        ([, name, text]) => ({ name, text }),
      );
      expect(shown.length).toBeGreaterThan(0);
      expect(shown).toEqual(
        shown.map(({ name }) => ({ name, text: example(name) })),
      );
    },
  );

  it('is what the command says', async () => {
    expect(await runIn(__dirname, ['policy', 'test', 'policies'])).toEqual({
      code: 0,
      out: example('output.txt'),
      err: '',
    });
  });

  it('is what the command says of a fixture that fails', async () => {
    const folder = await TestFolder.create({
      'policies/code-freeze.yaml': example('policies/code-freeze.yaml'),
      'policies/code-freeze.fixtures.yaml': example(
        'policies/code-freeze.fixtures.yaml',
      ).replace('verdict: deny\n      rule', 'verdict: hold\n      rule'),
    });
    expect(await runIn(folder.path, ['policy', 'test', 'policies'])).toEqual({
      code: 1,
      out: example('failing.txt'),
      err: '',
    });
    await folder.remove();
  });

  it('are all the quiet facts, and nothing else', () => {
    const given = example('quiet-facts.yaml').replace(/^/gm, '      ');
    const read = readFixtureFile(
      `schemaVersion: 1\nfixtures:\n  - name: all\n    expect: { verdict: allow }\n    given:\n${given}`,
    );
    const [fixture] = read.ok ? read.file.fixtures : [];
    expect(fixture.facts).toEqual(quietFacts());
    const { schemaVersion: _, input, reviews, ...groups } = quietFacts();
    const names = Object.entries(groups).flatMap(([group, facts]) =>
      Object.keys(facts).map(name => `${group}.${name}`),
    );
    expect(Object.keys(fixture.given).sort()).toEqual(
      [...names, 'input', 'reviews'].sort(),
    );
  });
});
