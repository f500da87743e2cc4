import { Facts, UnblockStep } from '../../model';
import { PolicyIndex } from '../policies';

/** What is decided from, as far as it could be otherwise. */
export interface Circumstances {
  facts: Facts;
  index: PolicyIndex;
}

/** One thing that could turn out otherwise: how it would be told, and what would be decided from then. */
export interface UnblockCandidate {
  steps: Array<Omit<UnblockStep, 'verdict'>>;
  apply(before: Circumstances): Circumstances;
}

/** For a candidate that only changes facts. */
export function changing(
  change: (facts: Facts) => Facts,
): UnblockCandidate['apply'] {
  return ({ facts, index }) => ({ facts: change(facts), index });
}
