import { ReviewersFound } from '../../model';
import { seatPeople } from './seatPeople';
import { listed, soManyOf, whoIs } from './words';

/** What is asked for, as far as it matters for whether anybody can satisfy it. @public */
export interface CheckpointTerms {
  anyOf: Array<{ allOf: Array<{ from: string; count: number }> }>;
}

/** @public */
export interface Satisfiability {
  /** Whether there are people enough for at least one alternative; `unknown` where that depends on who is not known yet. */
  satisfiable: boolean | 'unknown';
  /** Each alternative, in its order. */
  alternatives: Array<{
    satisfiable: boolean | 'unknown';
    /** Why not, in words. */
    because?: string;
  }>;
}

/**
 * Whether enough distinct people exist for what a checkpoint asks for.
 *
 * Pure, from lookups made before: at load, where whoever owns the target is not known yet (no lookup for
 * `target-owner`), to show that a quorum is larger than its group; and for each hold, so that nothing is ever held for
 * nobody.
 *
 * @public
 */
export function satisfiability(
  checkpoint: CheckpointTerms,
  found: ReviewersFound,
): Satisfiability {
  const alternatives = checkpoint.anyOf.map(({ allOf }) => {
    const asked = allOf.map(({ from, count }) => ({ from: [from], count }));
    return satisfiable(asked, found);
  });
  const results = alternatives.map(alternative => alternative.satisfiable);
  return {
    satisfiable:
      results.includes(true) || (results.includes('unknown') && 'unknown'),
    alternatives,
  };
}

/** A term that several kinds of reviewers may fill. */
export interface AskedTerm {
  from: string[];
  count: number;
}

/** Whether enough distinct people exist for all of these at once. */
export function satisfiable(
  terms: AskedTerm[],
  found: ReviewersFound,
): Satisfiability['alternatives'][number] {
  const invalid = terms.find(
    ({ count }) => !Number.isSafeInteger(count) || count < 1,
  );
  if (terms.length === 0 || invalid) {
    return { satisfiable: false, because: 'it asks for nobody' };
  }
  const isKnown = ({ from }: AskedTerm) =>
    from.every(one => found.lookups.some(lookup => lookup.from === one));
  const known = terms.filter(isKnown);
  const tooFew = known.find(term => eligibleFor(term, found) < term.count);
  if (tooFew) {
    return {
      satisfiable: false,
      because: `it asks for ${soManyOf(
        tooFew.count,
        named(tooFew.from, found),
      )}, and there ${howMany(eligibleFor(tooFew, found))}`,
    };
  }
  if (unfilled(known, found).length > 0) {
    const froms = known.flatMap(({ from }) => named(from, found).map(whoIs));
    return {
      satisfiable: false,
      because: `between ${listed(
        [...new Set(froms)],
        'and',
      )} there are not as many different people as it asks for`,
    };
  }
  return { satisfiable: known.length === terms.length || 'unknown' };
}

/** Those of the terms that stay short of people when as many as possible are given a place; by index. */
export function unfilled(terms: AskedTerm[], found: ReviewersFound): number[] {
  const needed = terms.reduce((total, { count }) => total + count, 0);
  const standsFor = found.people.flatMap(({ standsFor: kinds, count }) => {
    const seats = terms.flatMap(({ from }, index) =>
      from.some(kind => kinds.includes(kind)) ? [index] : [],
    );
    // more of one sort than there are places change nothing
    return seats.length > 0
      ? Array.from({ length: Math.min(count, needed) }, () => seats)
      : [];
  });
  const counts = terms.map(({ count }) => count);
  const seated = seatPeople({ counts, standsFor });
  return counts.flatMap((count, index) =>
    seated[index].length < count ? [index] : [],
  );
}

function eligibleFor({ from }: AskedTerm, { people }: ReviewersFound): number {
  return people
    .filter(({ standsFor }) => from.some(kind => standsFor.includes(kind)))
    .reduce((total, { count }) => total + count, 0);
}

/** Kinds of reviewers by the refs they stand for, where these are known. */
function named(froms: string[], { lookups }: ReviewersFound): string[] {
  return froms.flatMap(from => {
    const refs = lookups.find(lookup => lookup.from === from)?.refs ?? [];
    return refs.length > 0 ? refs : [from];
  });
}

function howMany(people: number): string {
  switch (people) {
    case 0:
      return 'is nobody';
    case 1:
      return 'is one person';
    default:
      return `are ${people} people`;
  }
}
