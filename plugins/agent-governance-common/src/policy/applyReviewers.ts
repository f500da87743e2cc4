import { Checkpoint, ReviewerLookup } from '../model';
import { DecisionCore } from './DecisionCore';

/**
 * What becomes of a hold once it is known who could review: pure, so that a decision can be
 * replayed from the lookup stored with it.
 *
 * Too few people where a term looks first: the fallback reviewers are asked instead. Too few
 * there either: denied, and says so. `undefined`, because who may could not be found out:
 * could not evaluate. Anything but a hold is returned unchanged.
 *
 * @public
 */
export function applyReviewers(
  core: DecisionCore,
  lookups: ReviewerLookup[] | undefined,
): DecisionCore {
  if (core.verdict !== 'hold') {
    return core;
  }
  if (!lookups) {
    return refused(
      core,
      'could-not-evaluate',
      'Could not evaluate: a person has to approve, and who may could not be found out just now.',
    );
  }
  const checkpoints: Checkpoint[] = [];
  for (const checkpoint of core.checkpoints) {
    const anyOf = [];
    for (const { allOf } of checkpoint.anyOf) {
      const terms = [];
      for (const term of allOf) {
        const lookup = lookups.find(({ from }) => from === term.from);
        const resolved = lookup && whoReviews(lookup, term.count);
        if (!resolved) {
          return refused(
            core,
            'denied',
            `Denied: a person has to approve, and nobody may: ${
              lookup?.refs.join(', ') || 'the target’s owner'
            } has too few people, and so have the fallback reviewers.`,
          );
        }
        terms.push({ ...term, resolved });
      }
      anyOf.push({ allOf: terms });
    }
    checkpoints.push({ ...checkpoint, anyOf });
  }
  return { ...core, checkpoints };
}

function whoReviews(
  lookup: ReviewerLookup,
  count: number,
): string[] | undefined {
  if (lookup.eligible >= count) {
    return lookup.refs;
  }
  return lookup.fallbackEligible >= count ? lookup.fallbackRefs : undefined;
}

function refused(
  core: DecisionCore,
  reason: 'denied' | 'could-not-evaluate',
  because: string,
): DecisionCore {
  return { ...core, verdict: 'deny', reason, because, checkpoints: [] };
}
