import { Machine } from '../../report/describeMachine';
import { median } from '../../statistics/percentile';
import {
  Difference,
  Figures,
  Ratio,
  acrossRounds,
  differenceAcrossRounds,
  ratioAcrossRounds,
} from '../../statistics/summarise';
import { Holds } from '../measureHolds';
import { Listing } from '../measureListing';
import { DIRECT, GATEWAY_ACTION, GATEWAY_TOOL, STOCK } from '../roads';
import { RoadSeries } from '../runRoads';
import { Aim, aimsOf } from './aims';

/** One road at one concurrency. */
export interface RoadRow {
  road: string;
  title: string;
  includes: string;
  concurrency: number;
  figures: Figures;
  /** Of the portal’s process, for one call. */
  cpuMs: number;
  hops: number;
}

/** Two roads at one concurrency, round by round. */
export interface RoadPair {
  road: string;
  beside: string;
  concurrency: number;
  ratio: Ratio;
  /** What the one adds to the other. */
  added: Difference;
}

/** What the record says afterwards. */
export interface Recorded {
  /** Governed calls that were made. */
  calls: number;
  /** Of the ledger. */
  entries: number;
  findings: number;
}

/** Everything one run found out. */
export interface GatewayReport {
  at: string;
  machine: Machine;
  database: string;
  rounds: number;
  sliceMs: number;
  /** Of an agent and a service, that take turns. */
  pairsInTurn: number;
  errors: number;
  rows: RoadRow[];
  pairs: RoadPair[];
  listing?: Listing;
  holds?: Holds;
  recorded: Recorded;
  aims: Aim[];
}

/** What is held beside what. */
const PAIRS = [
  { road: GATEWAY_TOOL, beside: DIRECT },
  { road: GATEWAY_ACTION, beside: STOCK },
];

/** Puts together what the rounds came to. */
export function createReport(
  found: Pick<
    GatewayReport,
    | 'machine'
    | 'database'
    | 'rounds'
    | 'sliceMs'
    | 'pairsInTurn'
    | 'listing'
    | 'holds'
    | 'recorded'
  > & { series: RoadSeries[]; at: Date },
): GatewayReport {
  const { series, at, ...given } = found;
  const rows = series.map(toRow);
  const pairs = PAIRS.flatMap(pair => toPairs(pair, series));
  return {
    ...given,
    at: at.toISOString(),
    errors: rows.reduce((sum, { figures }) => sum + figures.errors, 0),
    rows,
    pairs,
    aims: aimsOf({ ...given, pairs }),
  };
}

function toRow({ road, concurrency, rounds }: RoadSeries): RoadRow {
  return {
    road: road.id,
    title: road.title,
    includes: road.includes,
    concurrency,
    figures: acrossRounds(rounds.map(({ figures }) => figures)),
    cpuMs: median(rounds.map(({ cost }) => cost.cpuMs)),
    hops: median(rounds.map(({ cost }) => cost.hops)),
  };
}

function toPairs(
  { road, beside }: (typeof PAIRS)[number],
  series: RoadSeries[],
): RoadPair[] {
  return series.flatMap(one => {
    const other = series.find(
      each => each.road.id === beside && each.concurrency === one.concurrency,
    );
    if (one.road.id !== road || !other) {
      return [];
    }
    const figures = one.rounds.map(round => round.figures);
    const anchors = other.rounds.map(round => round.figures);
    return {
      road,
      beside,
      concurrency: one.concurrency,
      ratio: ratioAcrossRounds(figures, anchors),
      added: differenceAcrossRounds(figures, anchors),
    };
  });
}
