import { Checkpoint, CheckpointTerm, Decision, Verdict } from '../model';

const STRICTNESS: Record<Verdict, number> = { allow: 0, hold: 1, deny: 2 };

/**
 * Whether a new decision asks for more than an earlier one did (invariant 5).
 *
 * Used at the moment of effect: reviews that satisfied the earlier decision's checkpoints still count
 * if the new decision is *same-or-looser*; if it is *stricter*, the request is held again or denied.
 * What is compared is the verdict and the required checkpoints, not digests and not deadlines: time
 * passes, so facts differ. When in doubt, stricter.
 *
 * @public
 */
export function compareStrictness(
  earlier: Pick<Decision, 'verdict' | 'checkpoints'>,
  now: Pick<Decision, 'verdict' | 'checkpoints'>,
): 'same-or-looser' | 'stricter' {
  if (STRICTNESS[now.verdict] > STRICTNESS[earlier.verdict]) {
    return 'stricter';
  }
  const covered = now.checkpoints.every(checkpoint =>
    earlier.checkpoints.some(met => covers(met, checkpoint)),
  );
  return covered ? 'same-or-looser' : 'stricter';
}

/** Whether whoever satisfied one checkpoint, by whichever alternative, has satisfied the other by one of its own. */
function covers(met: Checkpoint, asked: Checkpoint): boolean {
  return (
    met.anyOf.length > 0 &&
    met.anyOf.every(way =>
      asked.anyOf.some(other => canAssign(other.allOf, way.allOf)),
    )
  );
}

function canAssign(asked: CheckpointTerm[], met: CheckpointTerm[]): boolean {
  if (asked.length === 0) {
    return true;
  }
  const [first, ...rest] = asked;
  return met.some(
    (term, index) =>
      implies(term, first) &&
      canAssign(
        rest,
        met.filter((_, other) => other !== index),
      ),
  );
}

/** Everyone who counted for one term counts for the other, and there are enough of them. */
function implies(met: CheckpointTerm, asked: CheckpointTerm): boolean {
  return (
    met.from === asked.from &&
    met.count >= asked.count &&
    met.resolved.length > 0 &&
    met.resolved.every(ref => asked.resolved.includes(ref))
  );
}
