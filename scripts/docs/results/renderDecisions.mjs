import { renderTable } from '../renderSections.mjs';
import { NOT_YET, measuredOn, metOrMissed, short, times } from './format.mjs';

/** What a decision costs by itself, beside other engines. */
export function renderDecisions(report, link) {
  if (!report) {
    return NOT_YET;
  }
  const { aims, bytesPerPolicy, lines, sizes } = report;
  return [
    measuredOn(report, { report: link, more: ` of ${report.sliceMs} ms` }),
    'Times the hand-written function:',
    '',
    renderTable(
      [
        '',
        ...sizes.map(
          ({ policies }) => `${policies.toLocaleString('en')} policies`,
        ),
      ],
      lines
        .filter(({ engine }) => engine !== 'hand-written')
        .map(({ title, version, cells }) => [
          version ? `${title} ${version}` : title,
          ...cells.map(({ figures, notMeasured }) =>
            figures ? times(figures.toFloor) : `not measured: ${notMeasured}`,
          ),
        ]),
    ),
    '',
    renderTable(
      ['Aim', 'Measured', ''],
      aims.map(({ aim, reached, unit, met }) =>
        reached === undefined
          ? [aim, 'not measured', '']
          : [aim, `${short(reached)} ${unit}`, metOrMissed(met)],
      ),
    ),
    '',
    `One loaded policy takes ${(bytesPerPolicy.own / 1_024).toFixed(
      1,
    )} KiB where no two have an expression in common, and ${(
      bytesPerPolicy.common / 1_024
    ).toFixed(1)} KiB where all teams have much the same ones.`,
  ].join('\n');
}
