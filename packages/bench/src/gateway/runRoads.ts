import { Measured, describeMeasured, measureSlice } from '../load/measureSlice';
import { runLoad } from '../load/runLoad';
import { GatewayPortal } from './GatewayPortal';
import { Road } from './roads';

/** One road at one concurrency, round by round. */
export interface RoadSeries {
  road: Road;
  concurrency: number;
  rounds: Measured[];
}

/**
 * Takes every road in turn, at each concurrency, round after round; which road is first changes from round to round.
 *
 * @param options - `next`: numbers every call, so that no two are the same
 */
export async function runRoads(
  portal: GatewayPortal,
  options: {
    roads: Road[];
    rounds: number;
    sliceMs: number;
    concurrencies: number[];
    pairs: number;
    next: () => number;
    say: (message: string) => void;
  },
): Promise<RoadSeries[]> {
  const { concurrencies, pairs, rounds, sliceMs, say } = options;
  const series = concurrencies.flatMap(concurrency =>
    options.roads.map((road): RoadSeries => {
      return { road, concurrency, rounds: [] };
    }),
  );
  for (let round = 0; round < rounds; round++) {
    for (const concurrency of concurrencies) {
      const turn = series.filter(one => one.concurrency === concurrency);
      for (const { road, rounds: measured } of rotated(turn, round)) {
        const slice = await measureSlice({
          usage: () => portal.portal.process.call('usage', {}),
          run: () =>
            runLoad({
              concurrency,
              durationMs: sliceMs,
              call: () => takeRoad(road, portal, { n: options.next(), pairs }),
            }),
        });
        measured.push(slice);
        say(
          `round ${round + 1}, ${road.id} × ${concurrency}: ${describeMeasured(
            slice,
          )}`,
        );
      }
    }
  }
  return series;
}

/** The call of this number, about another one of so many pairs of an agent and a service of its own team each time. */
export async function takeRoad(
  road: Road,
  portal: GatewayPortal,
  { n, pairs }: { n: number; pairs: number },
): Promise<void> {
  const { regulars } = portal.world;
  const { agentRef, targetRef } =
    regulars[n % Math.min(pairs, regulars.length)];
  await road.call(portal, { agentRef, service: targetRef, note: `call ${n}` });
}

/** The same, begun somewhere else. */
export function rotated<T>(values: T[], by: number): T[] {
  const first = by % Math.max(values.length, 1);
  return [...values.slice(first), ...values.slice(0, first)];
}
