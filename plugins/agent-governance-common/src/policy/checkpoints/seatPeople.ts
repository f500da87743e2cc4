/** Seats of several kinds, and people who may take them. Everything by index. */
export interface SeatingPlan {
  /** For each kind of seat, how many there are. */
  counts: number[];
  /** For each person, the kinds of seats they may take. */
  standsFor: number[][];
}

/**
 * Seats as many people as possible, each on one seat: a maximum bipartite matching.
 *
 * Found by augmenting paths, so that someone who could sit in two places never keeps another from the only one they
 * fit. People are taken in their order, and whoever has a seat keeps one, so that the same plan always gives the same
 * seating.
 *
 * @returns for each kind of seat, the people on it
 */
export function seatPeople({ counts, standsFor }: SeatingPlan): number[][] {
  const seated: number[][] = counts.map(() => []);

  const place = (person: number, tried: Set<number>): boolean => {
    const kinds = standsFor[person].filter(kind => !tried.has(kind));
    kinds.forEach(kind => tried.add(kind));
    const open = kinds.find(kind => seated[kind].length < counts[kind]);
    if (open !== undefined) {
      seated[open].push(person);
      return true;
    }
    return kinds.some(kind => {
      const moves = seated[kind].find(sitting => place(sitting, tried));
      if (moves === undefined) {
        return false;
      }
      seated[kind] = seated[kind].filter(sitting => sitting !== moves);
      seated[kind].push(person);
      return true;
    });
  };

  let free = counts.reduce((total, count) => total + Math.max(0, count), 0);
  for (let person = 0; person < standsFor.length && free > 0; person++) {
    free -= place(person, new Set()) ? 1 : 0;
  }
  return seated;
}

/**
 * For each kind of seat that has one free: from where somebody new could fill it, directly or by others moving over.
 * A person helps exactly if they may take a seat of one of these kinds.
 */
export function waysToFill(
  { counts, standsFor }: SeatingPlan,
  seated: number[][],
): Array<{ kind: number; free: number; from: number[] }> {
  return counts.flatMap((count, kind) => {
    const free = count - seated[kind].length;
    if (free <= 0) {
      return [];
    }
    const from = new Set([kind]);
    for (const reached of from) {
      seated.forEach((people, other) => {
        if (people.some(person => standsFor[person].includes(reached))) {
          from.add(other);
        }
      });
    }
    return [{ kind, free, from: [...from].sort((a, b) => a - b) }];
  });
}
