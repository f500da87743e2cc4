import { ReviewersFound } from '../../model';

/**
 * Counts the people behind each kind of reviewer, by exactly what they stand for; their names are left behind.
 *
 * @param kinds - for each kind (`target-owner`, a ref, `fallback`) the refs it stands for and the people these are
 * @param neverCounted - people whose review would not count: on whose behalf it is asked
 * @public
 */
export function countReviewers(
  kinds: Array<{ from: string; refs: string[]; people: string[] }>,
  neverCounted: string[] = [],
): ReviewersFound {
  const standsFor = new Map<string, string[]>();
  for (const { from, people } of kinds) {
    for (const person of new Set(people)) {
      if (!neverCounted.includes(person)) {
        standsFor.set(person, [...(standsFor.get(person) ?? []), from]);
      }
    }
  }
  const counts = new Map<string, { standsFor: string[]; count: number }>();
  for (const froms of standsFor.values()) {
    const key = JSON.stringify(froms);
    const counted = counts.get(key) ?? { standsFor: froms, count: 0 };
    counts.set(key, { ...counted, count: counted.count + 1 });
  }
  return {
    lookups: kinds.map(({ from, refs }) => ({
      from,
      refs,
      eligible: [...standsFor.values()].filter(froms => froms.includes(from))
        .length,
    })),
    people: [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, counted]) => counted),
  };
}
