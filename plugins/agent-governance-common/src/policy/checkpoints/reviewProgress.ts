import {
  AlternativeProgress,
  Checkpoint,
  CheckpointAlternative,
  CheckpointProgress,
  MissingReviews,
  ReviewProgress,
} from '../../model';
import { Approval } from './Approval';
import { SeatedAlternative, seatApprovals } from './seatApprovals';
import { waysToFill } from './seatPeople';
import { listed, soManyOf } from './words';

/**
 * How far the approvals of a hold have come: who counts for what, and whose vote would still help.
 *
 * @public
 */
export function reviewProgress(
  checkpoints: Checkpoint[],
  approvals: Approval[],
): ReviewProgress {
  const all = checkpoints.map(checkpoint => progressOf(checkpoint, approvals));
  const nearest = all.map(({ anyOf }) => nearestOf(anyOf));
  const needed = sum(nearest.map(way => sum(way.terms.map(t => t.count))));
  const missing = sum(nearest.map(way => sum(way.missing.map(m => m.count))));
  const met = all.length > 0 && all.every(checkpoint => checkpoint.met);
  return {
    met,
    approved: needed - missing,
    needed,
    because: met
      ? `${needed} of ${needed}: everybody it needs has approved`
      : `${needed - missing} of ${needed}: ${stillNeeded(all)} still needed`,
    helps: [
      ...new Set(
        all
          .filter(checkpoint => !checkpoint.met)
          .flatMap(({ anyOf }) =>
            anyOf.flatMap(way => way.missing.flatMap(m => m.resolved)),
          ),
      ),
    ],
    checkpoints: all,
  };
}

function progressOf(
  { id, policy, rule, notes, anyOf }: Checkpoint,
  approvals: Approval[],
): CheckpointProgress {
  const ways = anyOf.map(alternative =>
    alternativeProgress(alternative, seatApprovals(alternative, approvals)),
  );
  return {
    id,
    ...(policy !== undefined && { policy }),
    ...(rule !== undefined && { rule }),
    ...(notes !== undefined && { notes }),
    met: ways.some(({ met }) => met),
    anyOf: ways,
  };
}

function alternativeProgress(
  { allOf }: CheckpointAlternative,
  { met, terms, plan, seated }: SeatedAlternative,
): AlternativeProgress {
  return {
    met,
    terms: allOf.map(({ from, resolved, count }, index) => ({
      from,
      resolved,
      count,
      approvedBy: terms[index].map(({ reviewerRef }) => reviewerRef),
    })),
    missing: waysToFill(plan, seated).map(({ free, from }) => ({
      count: free,
      from: [...new Set(from.map(index => allOf[index].from))],
      resolved: [...new Set(from.flatMap(index => allOf[index].resolved))],
    })),
  };
}

/** The alternative with the fewest people still missing; the first of them. */
function nearestOf(ways: AlternativeProgress[]): AlternativeProgress {
  const none: AlternativeProgress = { met: false, terms: [], missing: [] };
  return ways.reduce(
    (best, way) =>
      best === none || missingIn(way) < missingIn(best) ? way : best,
    none,
  );
}

function missingIn({ missing }: AlternativeProgress): number {
  return sum(missing.map(({ count }) => count));
}

function stillNeeded(checkpoints: CheckpointProgress[]): string {
  const texts = checkpoints
    .filter(({ met }) => !met)
    .map(({ anyOf }) =>
      [...new Set(anyOf.map(way => inWords(way.missing)))].join(', or '),
    );
  return [...new Set(texts)].join('; and ') || 'somebody';
}

function inWords(missing: MissingReviews[]): string {
  return listed(
    missing.map(({ count, from, resolved }) =>
      soManyOf(count, resolved.length > 0 ? resolved : from),
    ),
    'and',
  );
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
