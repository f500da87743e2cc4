import { Measured, describeMeasured, measureSlice } from '../load/measureSlice';
import { Slice } from '../measures';
import { Comparison, Side, Sides } from './Comparison';

/** What one comparison came to, at one concurrency. */
export interface Pairs {
  comparison: Comparison;
  concurrency: number;
  pairs: Array<Record<keyof Sides, Measured>>;
}

/** Runs all pairs: which of the two comes first changes from one to the next, and the other one is asleep meanwhile. */
export async function runComparison(
  comparison: Comparison,
  sides: Sides,
  options: {
    rounds: number;
    sliceMs: number;
    concurrencies: number[];
    onSlice: (message: string) => void;
  },
): Promise<Pairs[]> {
  const { concurrencies, onSlice } = options;
  const durationMs = options.sliceMs * comparison.slice;
  const series = concurrencies.map((concurrency): Pairs => {
    return { comparison, concurrency, pairs: [] };
  });
  await sides.with.pause();
  await sides.without.pause();
  // what is compiled only after a while is compiled
  const most = Math.max(...concurrencies);
  await measurePair(sides, { concurrency: most, durationMs }, true);
  for (let pair = 0; pair < options.rounds * comparison.pairsPerRound; pair++) {
    for (const { concurrency, pairs } of series) {
      const slice = { concurrency, durationMs };
      const measured = await measurePair(sides, slice, pair % 2 === 0);
      pairs.push(measured);
      onSlice(
        `${comparison.id} × ${concurrency}, pair ${
          pair + 1
        }: without ${describeMeasured(
          measured.without,
        )}; with ${describeMeasured(measured.with)}`,
      );
    }
  }
  return series;
}

async function measurePair(
  sides: Sides,
  slice: Slice,
  isWithoutFirst: boolean,
): Promise<Record<keyof Sides, Measured>> {
  if (isWithoutFirst) {
    const without = await measureSide(sides.without, slice);
    return { without, with: await measureSide(sides.with, slice) };
  }
  const measured = await measureSide(sides.with, slice);
  return { without: await measureSide(sides.without, slice), with: measured };
}

async function measureSide(side: Side, slice: Slice): Promise<Measured> {
  await side.resume();
  await side.prepare();
  const measured = await measureSlice({
    usage: () => side.usage(),
    run: () => side.run(slice),
  });
  await side.forget();
  await side.pause();
  return measured;
}
