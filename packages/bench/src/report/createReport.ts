import { PEER, PEER_HTTP } from '../measures';
import { BenchOptions } from '../options';
import { DatabaseRun } from '../runDatabase';
import { Series } from '../runMeasures';
import { median } from '../statistics/percentile';
import {
  Figures,
  Ratio,
  acrossRounds,
  ratioAcrossRounds,
} from '../statistics/summarise';
import { ComparisonRow, createComparisonRow } from './comparisonRows';
import { Machine } from './describeMachine';

/** One line of the table, for one concurrency. */
export interface Row {
  measure: string;
  title: string;
  includes: string;
  concurrency: number;
  figures: Figures;
  /** Of the portal's process, for one call. */
  cost: { cpuMs: number; statements: number; hops: number };
  toPeer?: Ratio;
  toPeerHttp?: Ratio;
}

/** Everything one run found out. */
export interface Report {
  at: string;
  machine: Machine;
  rounds: number;
  sliceMs: number;
  errors: number;
  databases: Array<{
    name: string;
    title: string;
    rows: Row[];
    comparisons: ComparisonRow[];
  }>;
}

/** Puts together what the rounds came to. */
export function createReport(options: {
  runs: DatabaseRun[];
  options: Pick<BenchOptions, 'rounds' | 'sliceMs'>;
  machine: Machine;
  at: Date;
}): Report {
  const databases = options.runs.map(({ name, title, series, pairs }) => ({
    name,
    title,
    rows: series.map(one => createRow(one, series)),
    comparisons: pairs.map(createComparisonRow),
  }));
  return {
    at: options.at.toISOString(),
    machine: options.machine,
    rounds: options.options.rounds,
    sliceMs: options.options.sliceMs,
    errors: databases
      .flatMap(({ rows, comparisons }) => [
        ...rows.map(row => row.figures),
        ...comparisons.flatMap(row => [row.with.figures, row.without.figures]),
      ])
      .reduce((sum, figures) => sum + figures.errors, 0),
    databases,
  };
}

function createRow(one: Series, all: Series[]): Row {
  const { measure, concurrency, rounds } = one;
  const figures = rounds.map(round => round.figures);
  const ratioTo = (id: string) => {
    const anchor = all.find(
      other => other.measure.id === id && other.concurrency === concurrency,
    );
    return (
      anchor &&
      ratioAcrossRounds(
        figures,
        anchor.rounds.map(round => round.figures),
      )
    );
  };
  const middleCost = (pick: (cost: Row['cost']) => number) =>
    median(rounds.map(({ cost }) => pick(cost)));
  const toPeer = ratioTo(PEER);
  const toPeerHttp = ratioTo(PEER_HTTP);
  return {
    measure: measure.id,
    title: measure.title,
    includes: measure.includes,
    concurrency,
    figures: acrossRounds(figures),
    cost: {
      cpuMs: middleCost(cost => cost.cpuMs),
      statements: middleCost(cost => cost.statements),
      hops: middleCost(cost => cost.hops),
    },
    ...(toPeer && { toPeer }),
    ...(toPeerHttp && { toPeerHttp }),
  };
}
