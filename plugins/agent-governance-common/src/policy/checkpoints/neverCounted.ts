import { Facts } from '../../model';
import { readFact } from '../facts';

/**
 * People whose review of a request never counts, whatever they belong to (invariant 6): on whose behalf it is asked,
 * and who started the run. Both are said by the agent; naming somebody can only take a reviewer away.
 *
 * @public
 */
export function neverCounted(facts: Facts): string[] {
  const named = [
    readFact(facts, 'subject.ref').value,
    readFact(facts, 'run.startedBy').value,
  ];
  return [...new Set(named.filter(ref => ref !== undefined))];
}
