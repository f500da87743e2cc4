import { Machine } from '../report/describeMachine';
import { short } from '../report/markdown';
import { median, percentile } from '../statistics/percentile';
import { StopRound } from './measureStop';

/** Everything one run found out. */
export interface StopsReport {
  at: string;
  machine: Machine;
  rounds: number;
  /** What the verifier said of the whole record afterwards. */
  verified: { entries: number; findings: number };
  series: Array<{ callers: number; rounds: StopRound[] }>;
}

/** The report as Markdown. */
export function renderReport(report: StopsReport): string {
  const { machine, verified } = report;
  return [
    `# From the click to the last effect, measured ${report.at.slice(0, 10)}`,
    '',
    `${machine.processors} shared virtual cores, ${machine.memoryGiB} GiB, ${machine.platform}, Node ${machine.node}. Two backends in processes of their own on one PostgreSQL; load, the outside system and the clock are in a third process on the same cores. ${report.rounds} rounds.`,
    '',
    `Before it began: a load of ${machine.loadBefore.toFixed(
      1,
    )}; 4 KiB appended and on the disk in ${short(machine.sync.p50)} / ${short(
      machine.sync.p99,
    )} ms (p50 / p99).`,
    '',
    '| Callers on each backend | Effects per second before | Click to answer: p50 / most ms | Click to last effect begun: p50 / most ms | Effects begun after the click, most | after the answer, most | Refused after the answer |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...report.series.map(({ callers, rounds }) => {
      const of = (pick: (round: StopRound) => number) => rounds.map(pick);
      const spread = (values: number[]) =>
        `${short(median(values))} / ${short(percentile(values, 100))}`;
      return `| ${[
        callers,
        short(median(of(round => round.effectsPerSecond))),
        spread(of(round => round.answerMs)),
        spread(of(round => round.lastEffectMs)),
        Math.max(...of(round => round.afterClick)),
        Math.max(...of(round => round.afterAnswer)),
        of(round => round.refused).reduce((sum, n) => sum + n, 0),
      ].join(' | ')} |`;
    }),
    '',
    `The ledger of all rounds, verified afterwards: ${verified.entries} entries, ${verified.findings} findings; it would find an execution that was claimed under a stop.`,
    '',
    '## What each number includes',
    '',
    '- **The click**: the moment the administrator’s `POST /v1/stops` is sent, by turns to one backend and the other, while agents ask both for changes without end, each a tenth of a second after its last answer, and both carry out what is authorised.',
    '- **Click to answer**: HTTP, perimeter, audit event, who may, the stop committed with its ledger entry and a new epoch. Not: moving requests to *stopped*, which goes on behind it.',
    '- **Click to last effect begun**: until the last request of any executor has arrived at the outside system, a keyed one that takes 20 ms; 0 where none arrived after the click. What arrives after the answer was claimed before the stop was committed.',
    '- **Refused**: what was asked for after the answer; a single one that is not refused fails the run.',
    '',
  ].join('\n');
}
