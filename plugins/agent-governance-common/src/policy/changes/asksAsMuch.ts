import { CheckpointSpec, CheckpointTermSpec } from '../documents';
import { durationSeconds } from '../documents/parse/readDuration';

/**
 * Whether whoever satisfies the one checkpoint would have satisfied the other: each of its alternatives asks for all
 * the people that one of the other does, and nobody has more time.
 *
 * @param asked - absent: the portal's default, which is like itself and like nothing else
 */
export function asksAsMuch(
  asked: CheckpointSpec | undefined,
  before: CheckpointSpec | undefined,
): boolean {
  if (!asked || !before) {
    return asked === before;
  }
  return (
    isWithin(asked.decideWithin, before.decideWithin) &&
    isWithin(asked.executeWithin, before.executeWithin) &&
    asked.anyOf.every(({ allOf }) =>
      before.anyOf.some(way => covers(allOf, way.allOf)),
    )
  );
}

function isWithin(time: string, limit: string): boolean {
  const [has, had] = [durationSeconds(time), durationSeconds(limit)];
  return has !== undefined && had !== undefined && has <= had;
}

/** Each term is of people of its own, so terms of one kind add up. */
function covers(asked: CheckpointTermSpec[], before: CheckpointTermSpec[]) {
  const [has, had] = [countByKind(asked), countByKind(before)];
  return Array.from(had).every(
    ([from, count]) => (has.get(from) ?? 0) >= count,
  );
}

function countByKind(terms: CheckpointTermSpec[]): Map<string, number> {
  const counts = new Map<string, number>();
  terms.forEach(({ from, count }) =>
    counts.set(from, (counts.get(from) ?? 0) + count),
  );
  return counts;
}
