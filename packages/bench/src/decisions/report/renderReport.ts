import { Cell, DecisionsReport, Line } from './createReport';
import { Aim } from './aims';

/** The report as Markdown. */
export function renderReport(report: DecisionsReport): string {
  const { machine, sizes, lines } = report;
  const table = (cell: (cell: Cell) => string) =>
    renderTable([
      ['', ...sizes.map(({ policies }) => `${count(policies)} policies`)],
      ...lines.map(line => [
        titleOf(line),
        ...sizes.map(({ policies }) =>
          cell(line.cells.find(({ size }) => size === policies)!),
        ),
      ]),
    ]);
  return [
    `# Decisions alone, measured ${report.at.slice(0, 10)}`,
    '',
    `${machine.processors} shared virtual cores, ${machine.memoryGiB} GiB, ${
      machine.platform
    }, Node ${
      machine.node
    }; one process, one caller, a load of ${machine.loadBefore.toFixed(
      1,
    )} before it began. ${report.rounds} rounds of ${
      report.sliceMs
    } ms a slice, each between two of the hand-written function; figures and ratios are medians of the rounds.`,
    '',
    `Before anything was timed, every engine gave the same verdict as the hand-written function on all ${
      report.requests
    } requests at each size it is measured at, and gave itself away when one of its rules was turned round. Of the policies exactly four speak about each request; ${sizes
      .map(
        ({ policies, rules }) => `${count(policies)} are ${count(rules)} rules`,
      )
      .join(', ')}.`,
    '',
    'Use the ratios: absolute numbers of a shared machine vary by a factor of two.',
    '',
    '## Times the hand-written function',
    '',
    ...table(({ figures }) =>
      figures ? `${short(figures.toFloor)} ×` : 'not measured',
    ),
    '',
    '## p50 / p99 in µs, and decisions a second',
    '',
    ...table(({ figures }) =>
      figures
        ? `${short(figures.p50)} / ${short(figures.p99)}; ${count(
            Number(figures.perSecond.toPrecision(3)),
          )}/s`
        : 'not measured',
    ),
    '',
    '## Aims',
    '',
    ...renderTable([['', 'Measured', ''], ...report.aims.map(renderAim)]),
    '',
    `Memory for one loaded policy of ours: ${short(
      report.bytesPerPolicy.own / 1024,
    )} KiB where no two have an expression in common, ${short(
      report.bytesPerPolicy.common / 1024,
    )} KiB where all teams have much the same ones. Heap in use after garbage was collected, with 10,000 policies and their index and without, by their number.`,
    ...notMeasured(lines),
    '',
    '## What each number includes, and what had to be worked round',
    '',
    ...lines.map(
      line =>
        `- **${titleOf(line)}**: ${line.includes}.${
          line.workedRound ? ` ${line.workedRound}.` : ''
        } Loading: ${line.cells
          .map(({ figures }) => (figures ? `${short(figures.loadMs)} ms` : '–'))
          .join(', ')}.`,
    ),
    '',
  ].join('\n');
}

function notMeasured(lines: readonly Line[]): string[] {
  const missing = lines.flatMap(line =>
    line.cells.flatMap(cell =>
      cell.notMeasured === undefined
        ? []
        : [
            `- **${titleOf(line)}**, ${count(cell.size)} policies: ${
              cell.notMeasured
            }.`,
          ],
    ),
  );
  return missing.length > 0 ? ['', '## Not measured', '', ...missing] : [];
}

function renderAim({ aim, reached, unit, met }: Aim): string[] {
  return reached === undefined
    ? [aim, 'not measured', '']
    : [aim, `${short(reached)} ${unit}`, met ? 'met' : '**missed**'];
}

function titleOf({ title, version }: Line): string {
  return version ? `${title} ${version}` : title;
}

function renderTable([head, ...rows]: string[][]): string[] {
  return [
    head,
    head.map((_, column) => (column === 0 ? '---' : '---:')),
    ...rows,
  ].map(cells => `| ${cells.join(' | ')} |`);
}

function short(value: number): string {
  return value >= 100 ? count(Math.round(value)) : value.toPrecision(2);
}

function count(value: number): string {
  return value.toLocaleString('en');
}
