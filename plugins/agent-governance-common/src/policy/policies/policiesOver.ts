import { Facts } from '../../model';
import { PolicyIndex } from './PolicyIndex';

/**
 * The policies that could have a say about a target, whatever is asked of it and wherever: those whose authority and scope
 * do not leave it out. What is not known of it leaves nobody out.
 *
 * @returns entity refs, sorted
 * @public
 */
export function policiesOver(
  index: PolicyIndex,
  target: Facts['target'],
): string[] {
  // everything else is left open; a fact that is not there is unknown
  const facts = { schemaVersion: 1, target } as Facts;
  return index
    .candidates(facts)
    .filter(({ scope }) => scope.test(facts) !== false)
    .map(({ header }) => header.id)
    .sort();
}
