import { Report, Row } from './createReport';
import { renderTable, short, times, unique } from './markdown';
import { renderComparisons } from './renderComparisons';
import { renderMachine } from './renderMachine';

/** The report as Markdown. */
export function renderReport(report: Report): string {
  const { machine } = report;
  return [
    `# Measured ${report.at.slice(0, 10)}`,
    '',
    `Load and portal are processes of their own on the same cores. ${report.rounds} rounds of ${report.sliceMs} ms a slice; each figure is the median of its rounds, each ratio the median of the rounds’ ratios. ${report.errors} errors.`,
    '',
    ...renderMachine(machine),
    ...report.databases.flatMap(({ title, rows, comparisons }) => [
      '',
      `## ${title}`,
      ...(rows.length > 0 ? renderRows(rows) : []),
      ...renderComparisons(comparisons),
    ]),
    '',
    '## What each number includes',
    '',
    ...includesOf(
      report.databases.flatMap(({ rows, comparisons }) => [
        ...rows,
        ...comparisons,
      ]),
    ),
    '',
  ].join('\n');
}

function renderRows(rows: Row[]): string[] {
  const concurrencies = unique(rows.map(row => row.concurrency));
  const measures = unique(rows.map(row => row.measure));
  const find = (measure: string, concurrency: number) =>
    rows.find(
      row => row.measure === measure && row.concurrency === concurrency,
    )!;
  const table = (
    heads: (concurrency: number) => string[],
    cells: (row: Row) => string[],
    only: string[] = measures,
  ) =>
    renderTable([
      ['', ...concurrencies.flatMap(heads)],
      ...only.map(measure => [
        find(measure, concurrencies[0]).title,
        ...concurrencies.flatMap(concurrency =>
          cells(find(measure, concurrency)),
        ),
      ]),
    ]);
  return [
    '',
    ...table(
      c => [`${c}: p50 / p99 ms`, 'per s'],
      ({ figures }) => [
        `${short(figures.p50)} / ${short(figures.p99)}`,
        figures.perSecond.toFixed(0),
      ],
    ),
    '',
    'As a multiple of the stock conditional check in a plugin, and of the same behind a route (p50; throughput):',
    '',
    ...table(
      c => [`${c}: p50`, 'per s', 'p50 (route)', 'per s (route)'],
      ({ toPeer, toPeerHttp }) =>
        [toPeer, toPeerHttp].flatMap(ratio => [
          times(ratio?.p50),
          times(ratio?.throughput),
        ]),
    ),
    '',
    'What one call costs the portal’s process: CPU, SQL statements of our plugin, requests to the catalog, permission and auth backends:',
    '',
    ...table(
      c => [`${c}: CPU ms`, 'SQL', 'hops'],
      ({ cost }) => [
        short(cost.cpuMs),
        cost.statements.toFixed(1),
        cost.hops.toFixed(2),
      ],
    ),
    ...hitRates(rows),
  ];
}

/** What of a cold decision's requests to others a warm one is spared. */
function hitRates(rows: Row[]): string[] {
  const cold = rows.find(row => row.measure === 'cold');
  const warm = cold ? rows.filter(({ measure }) => measure === 'warm') : [];
  return [
    ...(warm.length > 0 ? [''] : []),
    ...warm.map(
      ({ concurrency, cost }) =>
        `- Hit rate of the caches, warm, ${concurrency} at a time: ${(
          100 *
          (1 - cost.hops / cold!.cost.hops)
        ).toFixed(1)} % of the requests to others that a cold decision makes`,
    ),
  ];
}

function includesOf(
  rows: Array<{ title: string; includes: string }>,
): string[] {
  return unique(
    rows.map(({ title, includes }) => `- **${title}**: ${includes}.`),
  );
}
