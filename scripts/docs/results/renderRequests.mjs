import { renderTable } from '../renderSections.mjs';
import {
  NOT_YET,
  measuredOn,
  metOrMissed,
  short,
  signed,
  times,
} from './format.mjs';

/** What is shown here; the report has more. */
const SHOWN = ['floor-agent', 'peer', 'cold', 'warm', 'effect'];
const CONCURRENCIES = [1, 32];

/** What was aimed at for a warm decision with 32 callers, as multiples of the stock check in a plugin. */
const AIM = { p50: 0.3, throughput: 4 };

/** Governed decisions over HTTP, beside what a portal costs anyway. */
export function renderRequests(report, link) {
  const measured = report?.databases.filter(({ rows }) => rows.length > 0);
  if (!measured?.length) {
    return NOT_YET;
  }
  return [
    measuredOn(report, {
      report: link,
      more: ` of ${report.sliceMs / 1_000} s, ${report.errors} errors`,
    }),
    'p50 in ms and calls per second; in brackets the multiples of the stock conditional check in a plugin, of the same run.',
    '',
    renderTable(
      [
        '',
        ...measured.flatMap(({ title }) =>
          CONCURRENCIES.map(c => `${title}: ${c} at a time`),
        ),
      ],
      SHOWN.map(id => [
        find(measured[0].rows, id, CONCURRENCIES[0])?.title ?? id,
        ...measured.flatMap(({ rows }) =>
          CONCURRENCIES.map(c => renderCell(find(rows, id, c))),
        ),
      ]),
    ),
    '',
    ...measured.map(({ title, rows }) =>
      renderAim(title, find(rows, 'warm', 32)),
    ),
  ].join('\n');
}

/** One of the comparisons of two portals that differ in one thing. */
export function renderComparison(report, { comparison, link }) {
  const found = (report?.databases ?? []).flatMap(
    ({ title, comparisons = [] }) =>
      comparisons
        .filter(row => row.comparison === comparison)
        .map(row => ({ ...row, database: title })),
  );
  if (found.length === 0) {
    return NOT_YET;
  }
  return [
    measuredOn(report, { report: link }),
    '',
    renderTable(
      [
        'Callers at a time',
        'without: p50 ms, per s',
        'with: p50 ms, per s',
        'p50',
        'throughput',
        'p50 difference, ms',
        'Aim',
      ],
      found.map(row => [
        `${row.concurrency} (${row.database})`,
        renderFigures(row.without.figures),
        renderFigures(row.with.figures),
        times(row.ratio.p50),
        times(row.ratio.throughput),
        signed(row.difference.p50),
        renderComparisonAim(row.aim),
      ]),
    ),
  ].join('\n');
}

function find(rows, measure, concurrency) {
  return rows.find(
    row => row.measure === measure && row.concurrency === concurrency,
  );
}

function renderFigures({ p50, perSecond }) {
  return `${short(p50)}, ${Math.round(perSecond).toLocaleString('en')}`;
}

function renderCell(row) {
  if (!row) {
    return '';
  }
  const { toPeer, measure } = row;
  return `${renderFigures(row.figures)}${
    toPeer && measure !== 'peer'
      ? ` (${times(toPeer.p50)}, ${times(toPeer.throughput)})`
      : ''
  }`;
}

function renderAim(title, row) {
  if (!row?.toPeer) {
    return `- ${title}: the aim needs 32 callers, and was not looked at.`;
  }
  const { p50, throughput } = row.toPeer;
  return `- ${title}, a warm decision, 32 at a time: ${times(
    p50,
  )} the stock check’s p50 where ${AIM.p50} × was aimed at: ${metOrMissed(
    p50 <= AIM.p50,
  )}; ${times(throughput)} its throughput, for ${
    AIM.throughput
  } ×: ${metOrMissed(throughput >= AIM.throughput)}.`;
}

function renderComparisonAim(aim) {
  if (!aim) {
    return '';
  }
  const unit = aim.of === 'p50 ratio' ? '×' : 'ms';
  return `≤ ${aim.atMost} ${unit}: ${metOrMissed(aim.isMet)}`;
}
