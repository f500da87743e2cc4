import { renderTable } from '../renderSections.mjs';
import { NOT_YET, measuredOn, short } from './format.mjs';

const AIM_MS = 20_000;
const AIM_RATIO = 1.3;

/** What a replay takes, and what live decisions notice of it. */
export function renderReplay(report, link) {
  if (!report) {
    return NOT_YET;
  }
  const { databases, policies } = report;
  return [
    measuredOn(report, { report: link }),
    '',
    renderTable(
      [
        `${policies} policies`,
        'Decisions, facts of each',
        'Replay, s',
        'Memory grows by, MiB',
        'p99 of live decisions beside it ÷ without',
        '',
      ],
      databases.map(({ title, record, rounds }) => {
        const of = pick => median(rounds.map(pick));
        const ms = of(round => round.replayMs);
        const ratio = of(round => round.beside.p99 / round.without.p99);
        return [
          title,
          `${record.decisions.toLocaleString('en')}, ${short(
            record.factsBytes / 1024,
          )} KiB`,
          short(ms / 1_000),
          short(of(round => round.growthBytes) / 1024 / 1024),
          `${short(ratio)} ×`,
          ms <= AIM_MS && ratio <= AIM_RATIO ? 'met' : '**missed**',
        ];
      }),
    ),
    '',
    `The aim: under ${
      AIM_MS / 1_000
    } s, flat memory, and at most ${AIM_RATIO} ×.`,
  ].join('\n');
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
