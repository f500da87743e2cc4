import { Bench } from './load/Bench';
import { Measured, describeMeasured, measureSlice } from './load/measureSlice';
import { Measure, measures } from './measures';

/** How many callers there are at a time. */
export const CONCURRENCIES = [1, 8, 32];

/** One measure at one concurrency, round by round. */
export interface Series {
  measure: Measure;
  concurrency: number;
  rounds: Measured[];
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
      const measured = await measureSlice({
        usage: () => bench.usage(),
        run: () =>
          measure.run(bench, {
            concurrency,
            durationMs: options.sliceMs * (measure.slice ?? 1),
          }),
      });
      one.rounds.push(measured);
      options.onSlice(
        `round ${round}, ${measure.id} × ${concurrency}: ${describeMeasured(
          measured,
        )}`,
      );
      if (one === series.findLast(each => each.concurrency === concurrency)) {
        await bench.forgetMeasured();
      }
    }
  }
  return series;
}
