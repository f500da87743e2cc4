import { renderTable } from '../renderSections.mjs';
import { NOT_YET, measuredOn, short } from './format.mjs';

/** How soon nothing begins any more once somebody pulls a stop. */
export function renderStops(report, link) {
  if (!report) {
    return NOT_YET;
  }
  const { series, verified } = report;
  return [
    measuredOn(report, { report: link }),
    '',
    renderTable(
      [
        'Callers on each backend',
        'Effects per second before',
        'Click to answer, p50 / most ms',
        'Click to the last effect begun, p50 / most ms',
        'Effects begun after the answer, most',
      ],
      series.map(({ callers, rounds }) => {
        const of = name => rounds.map(round => round[name]);
        const spread = values =>
          `${short(median(values))} / ${short(Math.max(...values))}`;
        return [
          callers,
          short(median(of('effectsPerSecond'))),
          spread(of('answerMs')),
          spread(of('lastEffectMs')),
          Math.max(...of('afterAnswer')),
        ];
      }),
    ),
    '',
    `Of ${sum(
      series.flatMap(({ rounds }) => rounds.map(({ refused }) => refused)),
    )} requests asked for after the answers all were refused, and the verifier had ${
      verified.findings
    } findings in ${verified.entries.toLocaleString('en')} entries.`,
  ].join('\n');
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}
