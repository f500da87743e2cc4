/**
 * Writes into the pages about performance what the benchmarks found out last.
 *
 *     node scripts/docs/listResults.mjs            writes the pages
 *     node scripts/docs/listResults.mjs --check    exits 1 when a page is out of date
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fromRoot } from '../lib/paths.mjs';
import { renderCli } from './results/renderCli.mjs';
import { renderDecisions } from './results/renderDecisions.mjs';
import { renderGateway } from './results/renderGateway.mjs';
import { renderComparison, renderRequests } from './results/renderRequests.mjs';
import { renderReplay } from './results/renderReplay.mjs';
import { renderStops } from './results/renderStops.mjs';
import { renderSections } from './renderSections.mjs';

const RESULTS = 'packages/bench/results';

/** The report of a kind, if there is one. */
function read(kind) {
  const path = fromRoot(RESULTS, `${kind}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** From the pages, which lie in docs/design. */
const linkTo = kind => `../../${RESULTS}/${kind}.md`;

const requests = read('requests');
const comparisonOf = comparison =>
  renderComparison(requests, { comparison, link: linkTo('requests') });

const pages = {
  'docs/design/performance.md': {
    requests: renderRequests(requests, linkTo('requests')),
    policies: comparisonOf('policies'),
    perimeter: comparisonOf('perimeter'),
    gateway: renderGateway(read('gateway'), linkTo('gateway')),
    stops: renderStops(read('stops'), linkTo('stops')),
    replay: renderReplay(read('replay'), linkTo('replay')),
    cli: renderCli(read('cli'), linkTo('cli')),
  },
  'docs/design/performance-of-decisions.md': {
    decisions: renderDecisions(read('decisions'), linkTo('decisions')),
  },
};

for (const [path, sections] of Object.entries(pages)) {
  const page = readFileSync(fromRoot(path), 'utf8');
  const current = renderSections(page, sections);
  if (!process.argv.includes('--check')) {
    writeFileSync(fromRoot(path), current);
  } else if (page !== current) {
    console.error(
      `${path} is out of date. Run: node scripts/docs/listResults.mjs`,
    );
    process.exitCode = 1;
  }
}
