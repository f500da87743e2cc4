import { groupBy } from '../groupBy';
import { median, percentile } from '../../statistics/percentile';
import { REQUESTS } from '../scenario';
import { collectGarbage } from './collectGarbage';
import { measureSlice } from './measureSlice';
import { Contestant } from './prepare';

/** One engine with so many policies in one round; microseconds. */
export interface Round {
  mean: number;
  p50: number;
  p99: number;
  /** The mean of the hand-written function just before and just after. */
  floor: number;
}

/** All rounds of one contestant; none for one that is not measured. */
export interface Series {
  contestant: Contestant;
  rounds: Round[];
}

/**
 * Measures round after round, each engine with all numbers of policies in turn, every slice between two of the
 * hand-written function: a computer that changes its pace changes it for both sides of a ratio.
 */
export async function runRounds(
  contestants: readonly Contestant[],
  options: {
    rounds: number;
    sliceMs: number;
    say: (message: string) => void;
  },
): Promise<Series[]> {
  const series = [...groupBy(contestants, ({ engine }) => engine).values()]
    .flat()
    .map((contestant): Series => ({ contestant, rounds: [] }));
  const measured = series.filter(({ contestant }) => contestant.decider);
  const { rounds, sliceMs, say } = options;
  for (const { contestant } of measured) {
    // compiled before it counts
    await measureSlice(contestant.floor, REQUESTS, sliceMs);
    await measureSlice(contestant.decider!, REQUESTS, 2 * sliceMs);
  }
  for (let round = 1; round <= rounds; round++) {
    for (const one of measured) {
      one.rounds.push(await measureRound(one.contestant, sliceMs));
    }
    say(`round ${round} of ${rounds}`);
  }
  return series;
}

async function measureRound(
  { decider, floor }: Contestant,
  sliceMs: number,
): Promise<Round> {
  collectGarbage();
  // a collection throws away compiled code too
  await measureSlice(decider!, REQUESTS, sliceMs / 3);
  const before = await measureSlice(floor, REQUESTS, sliceMs / 3);
  const { mean, singles } = await measureSlice(decider!, REQUESTS, sliceMs);
  const after = await measureSlice(floor, REQUESTS, sliceMs / 3);
  return {
    mean,
    p50: median(singles),
    p99: percentile(singles, 99),
    floor: (before.mean + after.mean) / 2,
  };
}
