import { Decision, NotReplayableBecause, ReplayCount } from '../../model';
import { Compared } from './DecisionComparer';

/** What one decision was about. @public */
export interface TallySubject {
  agentRef: string;
  /** Owner of the target; absent where it was not known. */
  team?: string;
  actionId: string;
  purpose: Decision['purpose'];
}

type Counts = Omit<ReplayCount, 'key'>;

/**
 * Counts of decisions that were compared: data only, so that it can be kept while a replay goes on. Adding and merging
 * in any order comes to the same.
 *
 * @public
 */
export interface ReplayTally {
  notReplayable: Record<string, number>;
  /** All that were made again, with their flips. */
  all: Counts;
  /** By `from>to`. */
  flips: Record<string, number>;
  /** By `from>to`. */
  drift: Record<string, number>;
  otherRules: number;
  byAgent: Record<string, Counts>;
  byTeam: Record<string, Counts>;
  byAction: Record<string, Counts>;
  byPolicy: Record<string, Counts>;
  byPurpose: Record<string, Counts>;
}

const NO_COUNTS: Counts = {
  replayed: 0,
  loosened: 0,
  tightened: 0,
  checkpoint: 0,
};
/** Owner of a target, where it was not known. */
const UNKNOWN_TEAM = 'unknown';

/** @public */
export function emptyTally(): ReplayTally {
  return {
    notReplayable: {},
    all: { ...NO_COUNTS },
    flips: {},
    drift: {},
    otherRules: 0,
    byAgent: {},
    byTeam: {},
    byAction: {},
    byPolicy: {},
    byPurpose: {},
  };
}

/** Counts, in place, a decision that could not be made again. @public */
export function addNotReplayable(
  tally: ReplayTally,
  because: NotReplayableBecause,
): void {
  increase(tally.notReplayable, because, 1);
}

/** Counts, in place, a decision that was made again. @public */
export function addComparison(
  tally: ReplayTally,
  compared: Compared,
  subject: TallySubject,
  recorded: Decision['verdict'],
): void {
  const { flip, from, to, drift } = compared;
  const one: Counts = { ...NO_COUNTS, replayed: 1 };
  if (flip) {
    one[flip.kind] = 1;
    increase(tally.flips, `${from}>${to}`, 1);
  }
  if (drift) {
    increase(tally.drift, `${recorded}>${drift}`, 1);
  }
  tally.otherRules += compared.otherRules ? 1 : 0;
  addCounts(tally.all, one);
  addTo(tally.byAgent, subject.agentRef, one);
  addTo(tally.byTeam, subject.team ?? UNKNOWN_TEAM, one);
  addTo(tally.byAction, subject.actionId, one);
  addTo(tally.byPurpose, subject.purpose, one);
  compared.policies.forEach(ref => addTo(tally.byPolicy, ref, one));
}

/** Both together; neither is changed. @public */
export function mergeTallies(a: ReplayTally, b: ReplayTally): ReplayTally {
  const sum = emptyTally();
  for (const part of [a, b]) {
    mergeNumbers(sum.notReplayable, part.notReplayable);
    mergeNumbers(sum.flips, part.flips);
    mergeNumbers(sum.drift, part.drift);
    addCounts(sum.all, part.all);
    sum.otherRules += part.otherRules;
    for (const by of [
      'byAgent',
      'byTeam',
      'byAction',
      'byPolicy',
      'byPurpose',
    ] as const) {
      Object.entries(part[by]).forEach(([key, counts]) =>
        addTo(sum[by], key, counts),
      );
    }
  }
  return sum;
}

function addTo(by: Record<string, Counts>, key: string, counts: Counts): void {
  // by definition, so that no name of a key means anything
  if (!Object.hasOwn(by, key)) {
    define(by, key, { ...NO_COUNTS });
  }
  addCounts(by[key], counts);
}

function addCounts(sum: Counts, counts: Counts): void {
  sum.replayed += counts.replayed;
  sum.loosened += counts.loosened;
  sum.tightened += counts.tightened;
  sum.checkpoint += counts.checkpoint;
}

function mergeNumbers(
  sum: Record<string, number>,
  part: Record<string, number>,
): void {
  Object.entries(part).forEach(([key, count]) => increase(sum, key, count));
}

function increase(
  sum: Record<string, number>,
  key: string,
  count: number,
): void {
  define(sum, key, (Object.hasOwn(sum, key) ? sum[key] : 0) + count);
}

function define<T>(record: Record<string, T>, key: string, value: T): void {
  Object.defineProperty(record, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
