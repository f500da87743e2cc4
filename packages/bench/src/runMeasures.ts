import { Bench } from './load/Bench';
import { Measure, measures } from './measures';
import { Usage } from './portal/PortalUnderTest';
import { Figures, summarise } from './statistics/summarise';

/** How many callers there are at a time. */
export const CONCURRENCIES = [1, 8, 32];

/** One measure at one concurrency, round by round. */
export interface Series {
  measure: Measure;
  concurrency: number;
  rounds: Array<{ figures: Figures; cost: Usage }>;
}

/**
 * Runs everything, round after round: within a round all measures of one concurrency follow each other, so that they
 * can be compared whatever the machine does between rounds.
 */
export async function runMeasures(
  bench: Bench,
  options: {
    rounds: number;
    sliceMs: number;
    wanted: (measure: Measure) => boolean;
    concurrencies: number[];
    onSlice: (message: string) => void;
  },
): Promise<Series[]> {
  const series: Series[] = options.concurrencies.flatMap(concurrency =>
    measures
      .filter(options.wanted)
      .map(measure => ({ measure, concurrency, rounds: [] })),
  );
  for (let round = 1; round <= options.rounds; round++) {
    for (const one of series) {
      const { measure, concurrency } = one;
      await measure.prepare?.(bench);
      const before = await bench.usage();
      const result = await measure.run(bench, {
        concurrency,
        durationMs: options.sliceMs,
      });
      const figures = summarise(result);
      const calls = Math.max(figures.samples, 1);
      const cost = costPerCall(before, await bench.usage(), calls);
      one.rounds.push({ figures, cost });
      options.onSlice(
        `round ${round}, ${
          measure.id
        } × ${concurrency}: p50 ${figures.p50.toFixed(
          2,
        )} ms, ${figures.perSecond.toFixed(0)}/s, cpu ${cost.cpuMs.toFixed(
          2,
        )} ms${result.errors[0] ? `, ERRORS: ${result.errors[0]}` : ''}`,
      );
      if (one === series.findLast(each => each.concurrency === concurrency)) {
        await bench.forgetMeasured();
      }
    }
  }
  return series;
}

function costPerCall(before: Usage, after: Usage, calls: number): Usage {
  return {
    cpuMs: (after.cpuMs - before.cpuMs) / calls,
    statements: (after.statements - before.statements) / calls,
    hops: (after.hops - before.hops) / calls,
  };
}
