import { groupBy } from '../groupBy';
import { Machine } from '../../report/describeMachine';
import { median } from '../../statistics/percentile';
import { Engine } from '../engines';
import { Memory } from '../run/measureMemory';
import { Round, Series } from '../run/runRounds';
import { Aim, aimsOf } from './aims';

/** One engine with so many policies; microseconds. */
export interface Cell {
  size: number;
  notMeasured?: string;
  figures?: {
    mean: number;
    p50: number;
    p99: number;
    perSecond: number;
    /** Times the hand-written function. */
    toFloor: number;
    loadMs: number;
  };
}

/** One engine. */
export interface Line {
  engine: string;
  title: string;
  version?: string;
  includes: string;
  workedRound?: string;
  cells: Cell[];
}

/** Everything one run found out. */
export interface DecisionsReport {
  at: string;
  machine: Machine;
  rounds: number;
  sliceMs: number;
  requests: number;
  sizes: Array<{ policies: number; rules: number }>;
  /** Of our engine. */
  bytesPerPolicy: Memory;
  lines: Line[];
  aims: Aim[];
}

/** Puts together what the rounds came to. */
export function createReport(
  series: readonly Series[],
  run: Omit<DecisionsReport, 'lines' | 'aims' | 'at'> & {
    at: Date;
    versionOf: (engine: Engine) => string | undefined;
  },
): DecisionsReport {
  const { at, versionOf, ...rest } = run;
  return {
    at: at.toISOString(),
    ...rest,
    lines: Array.from(
      groupBy(series, ({ contestant }) => contestant.engine),
      ([engine, own]): Line => {
        const version = versionOf(engine);
        return {
          engine: engine.id,
          title: engine.title,
          ...(version && { version }),
          includes: engine.includes,
          ...(engine.workedRound && { workedRound: engine.workedRound }),
          cells: own.map(cellOf),
        };
      },
    ),
    aims: aimsOf(series),
  };
}

function cellOf({ contestant, rounds }: Series): Cell {
  const { size, notMeasured, loadMs = NaN } = contestant;
  if (notMeasured !== undefined || rounds.length === 0) {
    return { size, notMeasured: notMeasured ?? 'no rounds' };
  }
  const middle = (pick: (round: Round) => number) => median(rounds.map(pick));
  const mean = middle(round => round.mean);
  return {
    size,
    figures: {
      mean,
      p50: middle(({ p50 }) => p50),
      p99: middle(({ p99 }) => p99),
      perSecond: 1_000_000 / mean,
      toFloor: middle(round => round.mean / round.floor),
      loadMs,
    },
  };
}
