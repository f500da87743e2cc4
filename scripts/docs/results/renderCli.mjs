import { renderTable } from '../renderSections.mjs';
import { NOT_YET, measuredOn, short } from './format.mjs';

/** How long the command line tool takes, start included. */
export function renderCli(report, link) {
  if (!report) {
    return NOT_YET;
  }
  return [
    measuredOn(report, { report: link }),
    '',
    renderTable(
      ['Command', 'Median ms', 'Processors busy, median ms'],
      report.commands.map(({ what, times }) => [
        what,
        short(median(times.map(({ wallMs }) => wallMs))),
        short(median(times.map(({ cpuMs }) => cpuMs))),
      ]),
    ),
  ].join('\n');
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
