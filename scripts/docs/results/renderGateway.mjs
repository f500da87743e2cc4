import { renderTable } from '../renderSections.mjs';
import {
  NOT_YET,
  measuredOn,
  metOrMissed,
  short,
  signed,
  times,
} from './format.mjs';

/** What the MCP gateway adds to a call. */
export function renderGateway(report, link) {
  if (!report) {
    return NOT_YET;
  }
  const { rows, pairs, aims } = report;
  const concurrencies = unique(rows.map(row => row.concurrency));
  const titleOf = id => rows.find(({ road }) => road === id).title;
  return [
    measuredOn(report, { report: link, more: `, ${report.database}` }),
    'p50 / p99 in ms and calls per second:',
    '',
    renderTable(
      ['', ...concurrencies.map(c => `${c} at a time`)],
      unique(rows.map(({ road }) => road)).map(id => [
        titleOf(id),
        ...rows
          .filter(({ road }) => road === id)
          .map(
            ({ figures: { p50, p99, perSecond } }) =>
              `${short(p50)} / ${short(p99)}, ${Math.round(
                perSecond,
              ).toLocaleString('en')}`,
          ),
      ]),
    ),
    '',
    renderTable(
      [
        'What the gateway adds',
        'Callers at a time',
        'p50, ms',
        'p99, ms',
        'p50',
        'throughput',
      ],
      pairs.map(({ beside, concurrency, added, ratio }) => [
        `beside: ${titleOf(beside)}`,
        concurrency,
        signed(added.p50),
        signed(added.p99),
        times(ratio.p50),
        times(ratio.throughput),
      ]),
    ),
    '',
    renderTable(
      ['Aim', 'Measured', ''],
      aims.map(({ text, measured, isMet }) => [
        text,
        measured,
        metOrMissed(isMet),
      ]),
    ),
  ].join('\n');
}

function unique(values) {
  return [...new Set(values)];
}
