import { LoadResult } from '../load/runLoad';
import { median, percentile } from './percentile';

/** One measure at one concurrency. */
export interface Figures {
  p50: number;
  p99: number;
  perSecond: number;
  samples: number;
  errors: number;
}

/** What one slice of load came to. */
export function summarise(result: LoadResult): Figures {
  const { latencies, elapsedMs, errors } = result;
  return {
    p50: latencies.length > 0 ? percentile(latencies, 50) : NaN,
    p99: latencies.length > 0 ? percentile(latencies, 99) : NaN,
    perSecond: (latencies.length / elapsedMs) * 1_000,
    samples: latencies.length,
    errors: errors.length,
  };
}

/** Several rounds as one: the median of each figure, and the sum of what was counted. */
export function acrossRounds(rounds: readonly Figures[]): Figures {
  const middle = (pick: (figures: Figures) => number) =>
    median(rounds.map(pick));
  const sum = (pick: (figures: Figures) => number) =>
    rounds.reduce((total, figures) => total + pick(figures), 0);
  return {
    p50: middle(figures => figures.p50),
    p99: middle(figures => figures.p99),
    perSecond: middle(figures => figures.perSecond),
    samples: sum(figures => figures.samples),
    errors: sum(figures => figures.errors),
  };
}

/** How one measure compares with another of the same round: below 1 is quicker, or slower in throughput. */
export interface Ratio {
  p50: number;
  throughput: number;
}

/** How much longer one takes than another, in milliseconds; below 0 is quicker. */
export interface Difference {
  p50: number;
  p99: number;
}

/** The median of the differences of the rounds. */
export function differenceAcrossRounds(
  rounds: readonly Figures[],
  anchors: readonly Figures[],
): Difference {
  assertSameRounds(rounds, anchors);
  const middle = (pick: (figures: Figures) => number) =>
    median(
      rounds.map((figures, round) => pick(figures) - pick(anchors[round])),
    );
  return {
    p50: middle(figures => figures.p50),
    p99: middle(figures => figures.p99),
  };
}

/** The median of the ratios of the rounds: a machine that slows down does so for both of a round. */
export function ratioAcrossRounds(
  rounds: readonly Figures[],
  anchors: readonly Figures[],
): Ratio {
  assertSameRounds(rounds, anchors);
  return {
    p50: median(rounds.map(({ p50 }, round) => p50 / anchors[round].p50)),
    throughput: median(
      rounds.map(
        ({ perSecond }, round) => perSecond / anchors[round].perSecond,
      ),
    ),
  };
}

function assertSameRounds(
  rounds: readonly Figures[],
  anchors: readonly Figures[],
): void {
  if (rounds.length !== anchors.length) {
    throw new RangeError('What is compared needs the same rounds of both');
  }
}
