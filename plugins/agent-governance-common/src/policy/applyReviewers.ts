import {
  Checkpoint,
  CheckpointAlternative,
  CheckpointTerm,
  ReviewersFound,
} from '../model';
import { AskedTerm, satisfiable, unfilled } from './checkpoints/satisfiability';
import { soManyOf } from './checkpoints/words';
import { DecisionCore } from './DecisionCore';

/** As which the fallback reviewers are found. @public */
export const FALLBACK_REVIEWERS = 'fallback';

/**
 * What becomes of a hold once it is known who could review: pure, so that a decision can be
 * replayed from what was found and stored with it.
 *
 * An alternative for which there are too few people is dropped, with a note. Where none is left, the fallback
 * reviewers may stand in for those who are missing. Still too few: denied, and says so. `undefined`, because who may
 * could not be found out: could not evaluate. Anything but a hold is returned unchanged.
 *
 * @public
 */
export function applyReviewers(
  core: DecisionCore,
  found: ReviewersFound | undefined,
): DecisionCore {
  if (core.verdict !== 'hold') {
    return core;
  }
  if (!found) {
    return refused(
      core,
      'could-not-evaluate',
      'Could not evaluate: a person has to approve, and who may could not be found out just now.',
    );
  }
  const checkpoints: Checkpoint[] = [];
  for (const asked of core.checkpoints) {
    const checkpoint = withReviewers(asked, found);
    if ('because' in checkpoint) {
      return refused(
        core,
        'denied',
        `Denied: a person has to approve, and too few may: ${checkpoint.because}; the fallback reviewers are too few to stand in.`,
      );
    }
    checkpoints.push(checkpoint);
  }
  return { ...core, checkpoints };
}

function withReviewers(
  checkpoint: Checkpoint,
  found: ReviewersFound,
): Checkpoint | { because: string } {
  const ways = checkpoint.anyOf.map(way => ({
    way,
    because: 'who that is could not be found out',
    ...satisfiable(way.allOf.map(own), found),
  }));
  const open = ways.filter(way => way.satisfiable === true);
  const closed = ways.filter(way => way.satisfiable !== true);
  if (open.length > 0) {
    return noted(checkpoint, {
      anyOf: open.map(({ way }) => resolve(way, found, [])),
      notes: closed.map(
        ({ way, because }) => `Nobody can satisfy ${inWords(way)}: ${because}.`,
      ),
    });
  }
  const withFallback = ways.flatMap(({ way }) => {
    const short = unfilled(way.allOf.map(own), found);
    const asked = way.allOf.map((term, index) =>
      short.includes(index) ? orFallback(term) : own(term),
    );
    return satisfiable(asked, found).satisfiable === true
      ? [resolve(way, found, short)]
      : [];
  });
  return withFallback.length > 0
    ? noted(checkpoint, {
        anyOf: withFallback,
        notes: ways.map(
          ({ way, because }) =>
            `Too few people for ${inWords(
              way,
            )}: ${because}. The fallback reviewers may stand in.`,
        ),
      })
    : { because: ways[0]?.because ?? 'no way is named' };
}

function noted(
  checkpoint: Checkpoint,
  { anyOf, notes }: { anyOf: CheckpointAlternative[]; notes: string[] },
): Checkpoint {
  return { ...checkpoint, anyOf, ...(notes.length > 0 && { notes }) };
}

function own({ from, count }: CheckpointTerm): AskedTerm {
  return { from: [from], count };
}

function orFallback({ from, count }: CheckpointTerm): AskedTerm {
  return { from: [from, FALLBACK_REVIEWERS], count };
}

/** Whom each term stands for; the terms that are short of people also for the fallback reviewers. */
function resolve(
  { allOf }: CheckpointAlternative,
  found: ReviewersFound,
  short: number[],
): CheckpointAlternative {
  return {
    allOf: allOf.map((term, index) => {
      const froms = short.includes(index)
        ? [term.from, FALLBACK_REVIEWERS]
        : [term.from];
      const refs = found.lookups
        .filter(({ from, eligible }) => froms.includes(from) && eligible > 0)
        .flatMap(lookup => lookup.refs);
      return { ...term, resolved: [...new Set(refs)] };
    }),
  };
}

function inWords({ allOf }: CheckpointAlternative): string {
  return allOf.map(({ from, count }) => soManyOf(count, [from])).join(' and ');
}

function refused(
  core: DecisionCore,
  reason: 'denied' | 'could-not-evaluate',
  because: string,
): DecisionCore {
  return { ...core, verdict: 'deny', reason, because, checkpoints: [] };
}
