import { FilledRecord } from '../portal/effect/fillRecord';
import { Machine } from '../report/describeMachine';
import { renderTable, short } from '../report/markdown';
import { renderMachine } from '../report/renderMachine';
import { median } from '../statistics/percentile';

/** Live decisions of one slice. */
interface Live {
  decisions: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

/** What was found on one database. */
export interface ReplayedDatabase {
  name: string;
  title: string;
  record: FilledRecord;
  rounds: Array<{
    replayMs: number;
    /** That were made again, twice each. */
    decisions: number;
    /** Above what the process had before. */
    peakBytes: number;
    /** From the second to the last quarter of the replay. */
    growthBytes: number;
    without: Live;
    beside: Live;
    besideReplayMs: number;
  }>;
}

/** Everything one run found out. */
export interface ReplayReport {
  at: string;
  machine: Machine;
  rounds: number;
  policies: number;
  callers: number;
  databases: ReplayedDatabase[];
}

const MIB = 1024 * 1024;

/** The report as Markdown. */
export function renderReport(report: ReplayReport): string {
  const { databases, policies, callers, rounds } = report;
  return [
    `# A draft replayed over a long record, measured ${report.at.slice(0, 10)}`,
    '',
    `A portal in a process of its own with ${policies} policies; load on the same cores. ${rounds} rounds; each figure is the median of its rounds, each ratio the median of the rounds’ ratios.`,
    '',
    ...renderMachine(report.machine),
    '',
    ...renderTable([
      [
        '',
        'Decisions, facts of each',
        'Replay, s',
        'Memory: peak, growth MiB',
        `${callers} callers without: p50 / p99 ms`,
        'beside a replay: p50 / p99 ms',
        'p99 beside ÷ without',
        'Replay beside them, s',
      ],
      ...databases.map(database => {
        const of = (pick: (round: ReplayedDatabase['rounds'][0]) => number) =>
          short(median(database.rounds.map(pick)));
        return [
          database.title,
          `${database.record.decisions}, ${short(
            database.record.factsBytes / 1024,
          )} KiB`,
          of(round => round.replayMs / 1_000),
          `${of(round => round.peakBytes / MIB)}, ${of(
            round => round.growthBytes / MIB,
          )}`,
          `${of(round => round.without.p50)} / ${of(
            round => round.without.p99,
          )}`,
          `${of(round => round.beside.p50)} / ${of(round => round.beside.p99)}`,
          of(round => round.beside.p99 / round.without.p99),
          of(round => round.besideReplayMs / 1_000),
        ];
      }),
    ]),
    '',
    '## What each number includes',
    '',
    '- **Replay**: from `POST /v1/replays` until the report is seen: the draft read and applied, what the caller may read, the thread started, all policies of both sides compiled in it, the record counted and read, every decision made twice, progress kept every second. The draft speaks about every decision, so none is spared.',
    '- **Memory**: of the whole process, with the thread; peak is above what it had before, growth from the second quarter of the replay to the last.',
    '- **Callers**: agents that ask for decisions over HTTP, each again as soon as the last is answered; committed with their ledger entries.',
    '',
  ].join('\n');
}
