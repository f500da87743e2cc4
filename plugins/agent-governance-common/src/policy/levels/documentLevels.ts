import { Facts, LevelResult } from '../../model';
import { DOCUMENT_LEVELS, DocumentLevel } from '../documents';
import { PolicyIndex } from '../policies';
import { PolicyEntry } from '../policies/PolicyEntry';
import { evaluatePolicy, PolicyOutcome } from './evaluatePolicy';
import { levelOf } from './levelOf';
import { targetSays } from './targetSays';

/** More policies than this are never evaluated for one request, nor any that could take more steps together. */
const MAX_POLICIES = 250;
const MAX_STEPS = 1_000_000;
/** What policies in shadow mode would have done is told of so many. */
const MAX_SHADOW = 20;

/** What all documents said about one request. */
export interface DocumentsOutcome {
  /** Those that count. */
  enforced: PolicyOutcome[];
  /** Those that are only tried out. */
  shadow: PolicyOutcome[];
  /** Why they could not be evaluated. */
  problem?: string;
}

/** Evaluates policies until that would be too many. */
class BoundedOutcomes {
  readonly outcomes: PolicyOutcome[] = [];
  exceeded = false;
  readonly #maxPolicies: number;
  #steps = 0;

  constructor(maxPolicies: number) {
    this.#maxPolicies = maxPolicies;
  }

  evaluate(entry: PolicyEntry, facts: Facts): void {
    const applies = this.exceeded ? false : entry.scope.test(facts);
    if (applies === false) {
      return;
    }
    this.#steps += entry.cost;
    this.exceeded =
      this.#steps > MAX_STEPS || this.outcomes.length >= this.#maxPolicies;
    if (!this.exceeded) {
      this.outcomes.push(evaluatePolicy(entry, applies, facts));
    }
  }
}

/**
 * Evaluates every document that applies, and what the target's entity says itself. None short-circuits another, so all of it is bounded: where more would
 * have to be evaluated than anybody could follow, nothing is decided.
 */
export function evaluateDocuments(
  index: PolicyIndex,
  facts: Facts,
): DocumentsOutcome {
  const enforced = new BoundedOutcomes(MAX_POLICIES);
  const shadow = new BoundedOutcomes(MAX_SHADOW);
  for (const entry of index.candidates(facts)) {
    (entry.mode === 'shadow' ? shadow : enforced).evaluate(entry, facts);
  }
  return enforced.exceeded
    ? {
        enforced: [],
        shadow: [],
        problem: `more than ${MAX_POLICIES} policies, or ${MAX_STEPS} steps of expressions, would have to be evaluated for this request`,
      }
    : {
        enforced: [...enforced.outcomes, ...targetSays(facts)],
        shadow: shadow.outcomes,
      };
}

/** One result for each level of documents that has something to say, from the widest to the narrowest. */
export function documentLevels(
  outcomes: readonly PolicyOutcome[],
): LevelResult[] {
  const byLevel = new Map<DocumentLevel, PolicyOutcome[]>();
  for (const outcome of outcomes) {
    const others = byLevel.get(outcome.entry.level);
    if (others) {
      others.push(outcome);
    } else {
      byLevel.set(outcome.entry.level, [outcome]);
    }
  }
  return DOCUMENT_LEVELS.flatMap(level => {
    const spoken = byLevel.get(level);
    return spoken ? [levelOf(level, spoken)] : [];
  });
}
