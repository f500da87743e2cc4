import { Facts, UnblockStep } from '../../model';

/** One thing that could turn out otherwise: how it would be told, and the facts as they would be then. */
export interface UnblockCandidate {
  steps: Array<Omit<UnblockStep, 'verdict'>>;
  apply(facts: Facts): Facts;
}
