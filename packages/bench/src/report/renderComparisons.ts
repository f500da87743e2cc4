import { ComparisonRow } from './comparisonRows';
import { renderTable, short, signed, times, unique } from './markdown';

/** What differs, as Markdown: a table for each comparison. */
export function renderComparisons(rows: ComparisonRow[]): string[] {
  return unique(rows.map(({ comparison }) => comparison)).flatMap(id =>
    renderComparison(rows.filter(({ comparison }) => comparison === id)),
  );
}

function renderComparison(rows: ComparisonRow[]): string[] {
  return [
    '',
    `### ${rows[0].title}`,
    '',
    ...renderTable([
      [
        'Callers at a time',
        'without: p50 / p99 ms',
        'per s',
        'CPU ms',
        'with: p50 / p99 ms',
        'per s',
        'CPU ms',
        'p50',
        'throughput',
        'p50 difference, ms',
        'Aim',
      ],
      ...rows.map(row => [
        String(row.concurrency),
        ...sideCells(row.without),
        ...sideCells(row.with),
        times(row.ratio.p50),
        times(row.ratio.throughput),
        signed(row.difference.p50),
        aimCell(row),
      ]),
    ]),
  ];
}

function sideCells({ figures, cpuMs }: ComparisonRow['with']): string[] {
  return [
    `${short(figures.p50)} / ${short(figures.p99)}`,
    figures.perSecond.toFixed(0),
    short(cpuMs),
  ];
}

function aimCell({ aim }: ComparisonRow): string {
  if (!aim) {
    return '';
  }
  const limit = aim.of === 'p50 ratio' ? `${aim.atMost} ×` : `${aim.atMost} ms`;
  return `≤ ${limit}: ${aim.isMet ? 'met' : '**missed**'}`;
}
