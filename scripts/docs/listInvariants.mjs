/**
 * Lists in docs/design/invariants.md which tests guard which invariant.
 *
 *     node scripts/docs/listInvariants.mjs            writes the page
 *     node scripts/docs/listInvariants.mjs --check    exits 1 when the page is out of date
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fromRoot, rootDir } from '../lib/paths.mjs';
import { filesBelow } from '../lib/stamp.mjs';
import { invariantTitles } from './invariantTitles.mjs';
import { renderInvariants } from './renderInvariants.mjs';

const PAGE = 'docs/design/invariants.md';
const TEST = /\.(test|spec)\.(ts|tsx|mjs)$/;

const byName = (a, b) => (a < b ? -1 : 1);

const tests = ['packages', 'plugins']
  .flatMap(folder => filesBelow(fromRoot(folder)))
  .filter(path => TEST.test(path))
  .map(path => ({
    file: relative(rootDir, path).replaceAll(sep, '/'),
    titles: invariantTitles(readFileSync(path, 'utf8')),
  }))
  .filter(({ titles }) => titles.length > 0)
  .sort((a, b) => byName(a.file, b.file));

const page = readFileSync(fromRoot(PAGE), 'utf8');
const current = renderInvariants(page, { tests, pageFile: PAGE });

if (!process.argv.includes('--check')) {
  writeFileSync(fromRoot(PAGE), current);
} else if (page !== current) {
  console.error(
    `${PAGE} is out of date. Run: node scripts/docs/listInvariants.mjs`,
  );
  process.exitCode = 1;
}
