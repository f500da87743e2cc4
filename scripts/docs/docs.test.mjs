import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fromRoot, rootDir } from '../lib/paths.mjs';
import { filesBelow } from '../lib/stamp.mjs';
import { brokenLinks } from './brokenLinks.mjs';
import { invariantTitles } from './invariantTitles.mjs';
import { renderInvariants } from './renderInvariants.mjs';
import { renderSections, renderTable } from './renderSections.mjs';
import { renderComparison, renderRequests } from './results/renderRequests.mjs';

const folder = mkdtempSync(join(tmpdir(), 'agentgov-docs-'));
after(() => rmSync(folder, { recursive: true }));

test('the page about invariants lists the tests there are', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [fromRoot('scripts/docs/listInvariants.mjs'), '--check'],
    { encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr);
});

test('the page about expressions lists the facts there are', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [fromRoot('scripts/docs/listFacts.mjs'), '--check'],
    { encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr);
});

test('the pages about performance show what was measured last', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [fromRoot('scripts/docs/listResults.mjs'), '--check'],
    { encoding: 'utf8' },
  );
  assert.equal(status, 0, stderr);
});

test('what was measured is shown beside what was aimed at, and what was not is said', () => {
  const figures = (p50, perSecond) => ({ figures: { p50, p99: 9, perSecond } });
  const report = {
    at: '2026-11-23T10:00:00Z',
    machine: { processors: 2, loadBefore: 0.1 },
    rounds: 3,
    sliceMs: 6_000,
    errors: 0,
    databases: [
      {
        title: 'SQLite',
        rows: [
          {
            measure: 'warm',
            title: 'Warm',
            concurrency: 32,
            toPeer: { p50: 0.29, throughput: 3 },
            ...figures(12, 1_500),
          },
        ],
        comparisons: [
          {
            comparison: 'perimeter',
            concurrency: 1,
            without: figures(0.6, 1_400),
            with: figures(0.7, 1_300),
            ratio: { p50: 1.1, throughput: 0.9 },
            difference: { p50: 0.1, p99: 0.2 },
            aim: { of: 'p50 difference', atMost: 0.2, isMet: true },
          },
        ],
      },
    ],
  };
  const requests = renderRequests(report, 'r.md');
  assert.match(requests, /12, 1,500 \(0\.29 ×, 3\.00 ×\)/);
  assert.match(requests, /0\.3 × was aimed at: met; 3\.00 × .*\*\*missed\*\*/);
  const comparison = name =>
    renderComparison(report, { comparison: name, link: 'r.md' });
  assert.match(comparison('perimeter'), /\+0\.10 \| ≤ 0\.2 ms: met/);
  assert.equal(comparison('policies'), 'Not measured yet.');
  assert.equal(renderRequests(undefined, 'r.md'), 'Not measured yet.');
});

test('a generated section stands in its place, and none is lost', () => {
  const page =
    'A\n<!-- generated: one -->\nold\nold\n<!-- end -->\nB\n<!-- generated: two -->\n<!-- end -->\n';
  const sections = { one: '| 1 |', two: '2' };
  const made = renderSections(page, sections);
  assert.equal(
    made,
    'A\n<!-- generated: one -->\n| 1 |\n<!-- end -->\nB\n<!-- generated: two -->\n2\n<!-- end -->\n',
  );
  assert.equal(renderSections(made, sections), made);
  assert.throws(() => renderSections(page, { one: '1' }), /section two/);
  assert.throws(() => renderSections('A', sections), /section one, two/);
  assert.equal(
    renderTable(['A', 'B'], [['a|b', 1]]),
    '| A | B |\n|---|---|\n| a\\|b | 1 |',
  );
});

test('every relative link in the documentation leads somewhere', () => {
  const readmes = ['packages', 'plugins']
    .flatMap(name => readdirSync(fromRoot(name)).map(each => `${name}/${each}`))
    .map(name => fromRoot(name, 'README.md'))
    .filter(file => existsSync(file));
  const pages = filesBelow(fromRoot('docs')).filter(f => f.endsWith('.md'));
  const others = [
    'README.md',
    'CONTRIBUTING.md',
    'plugins/agent-governance-backend/src/perimeter/README.md',
  ].map(name => fromRoot(name));
  assert.deepEqual(brokenLinks([...pages, ...readmes, ...others], rootDir), []);
});

test('titles are found with their numbers, whatever they are written with', () => {
  const source = [
    `describe('invariant 3: Verdicts', () => {`,
    `  it('is no guard', () => {});`,
    `  it('invariant 1: can\\'t be walked round', () => {});`,
    `  it("invariant 2: no table's %s is $name", () => {});`,
    `  it.each([['(']])(`,
    '    `invariants 1, 4, 7 and 8: ${what} tells`,',
    `    () => {},`,
    `  );`,
    `});`,
  ].join('\n');
  assert.deepEqual(invariantTitles(source), [
    { numbers: [3], title: 'Verdicts (a whole group)' },
    { numbers: [1], title: "can't be walked round" },
    { numbers: [2], title: "no table's … is …" },
    { numbers: [1, 4, 7, 8], title: '… tells' },
  ]);
});

test('words stay, tables are made anew, and what nothing guards says so', () => {
  const page = [
    '# Invariants\n\nHello.',
    '## 1\n\n**One.**\n\n| Test | Titles |\n|---|---|\n| old | old |',
    '## 2\n\n**Two.**\n\nBecause.',
  ].join('\n\n');
  const tests = [
    {
      file: 'plugins/a/module.test.ts',
      titles: [{ numbers: [1], title: 'x' }],
    },
    {
      file: 'plugins/b/module.test.ts',
      titles: [{ numbers: [1], title: 'y' }],
    },
  ];
  const options = { tests, pageFile: 'docs/design/invariants.md' };
  const made = renderInvariants(page, options);
  assert.equal(
    made,
    [
      '# Invariants\n\nHello.',
      '## 1\n\n**One.**',
      [
        '| Test | Titles |',
        '|---|---|',
        '| [a/module.test.ts](../../plugins/a/module.test.ts) | x |',
        '| [b/module.test.ts](../../plugins/b/module.test.ts) | y |',
      ].join('\n'),
      '## 2\n\n**Two.**\n\nBecause.',
      '**No test guards this.**\n',
    ].join('\n\n'),
  );
  assert.equal(renderInvariants(made, options), made);
});

test('a number that is no invariant is an error', () => {
  const tests = [{ file: 'a.test.ts', titles: [{ numbers: [9], title: 'x' }] }];
  assert.throws(
    () => renderInvariants('# I\n\n## 1\n\nOne.', { tests, pageFile: 'i.md' }),
    /a\.test\.ts guards invariant 9/,
  );
});

test('links to missing files and headings are found, those in code are not', () => {
  const page = join(folder, 'page.md');
  writeFileSync(
    page,
    [
      '# A `b`, c!',
      '[good](page.md#a-b-c) [here](#a-b-c) [away](https://example.com/x)',
      '[bad](gone.md) [worse](#gone) `[code](no.md)`',
      '```ts',
      'const x = [y](z);',
      '```',
    ].join('\n'),
  );
  assert.deepEqual(brokenLinks([page], folder), [
    'page.md: gone.md: there is no such file',
    'page.md: #gone: there is no such heading',
  ]);
});
