import { median } from '../../statistics/percentile';
import { Round, Series } from '../run/runRounds';

/** What was to be reached, and what was. */
export interface Aim {
  aim: string;
  /** Absent where a side of it was not measured. */
  reached?: number;
  unit: '×' | 'µs';
  met?: boolean;
}

const OURS = 'governance';
/** Others are compared at this size. */
const SIZE = 1_000;

/** The aims that were set, against what was measured; each ratio is the median of the rounds' ratios. */
export function aimsOf(series: readonly Series[]): Aim[] {
  const find = (engine: string, size: number) =>
    series.find(
      ({ contestant }) =>
        contestant.engine.id === engine && contestant.size === size,
    )?.rounds ?? [];
  const ours = find(OURS, SIZE);
  const ahead = (engine: string, title: string, least: number): Aim =>
    aimOf(
      `At least ${least} × ahead of ${title}, ${SIZE.toLocaleString(
        'en',
      )} policies`,
      '×',
      ratio(find(engine, SIZE), ours),
      reached => reached >= least,
    );
  return [
    aimOf(
      '10,000 policies within 1.5 × of 10',
      '×',
      ratio(find(OURS, 10_000), find(OURS, 10)),
      reached => reached <= 1.5,
    ),
    aimOf(
      'At most 40 µs (mean) over 1,000 policies, with the complete trace',
      'µs',
      ours.length > 0 ? median(ours.map(({ mean }) => mean)) : undefined,
      reached => reached <= 40,
    ),
    ahead('cedar-sliced', 'Cedar sliced by hand', 4),
    ahead('cedar', 'Cedar, whole set', 25),
    ahead('casbin', 'casbin', 25),
    ahead('microsoft', '@microsoft/agent-governance-sdk', 25),
    ahead('cerbos', 'Cerbos', 25),
  ];
}

/** Round by round: within a round the two follow each other closely. */
function ratio(
  above: readonly Round[],
  below: readonly Round[],
): number | undefined {
  if (above.length === 0 || above.length !== below.length) {
    return undefined;
  }
  return median(above.map(({ mean }, round) => mean / below[round].mean));
}

function aimOf(
  aim: string,
  unit: Aim['unit'],
  reached: number | undefined,
  isMet: (reached: number) => boolean,
): Aim {
  return reached === undefined
    ? { aim, unit }
    : { aim, unit, reached, met: isMet(reached) };
}
