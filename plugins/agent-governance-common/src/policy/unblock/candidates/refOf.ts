import { Facts } from '../../../model';
import { readFact } from '../../facts';

/** Who that is, or nobody where it is not known. */
export function refOf(
  facts: Facts,
  path: 'agent.ref' | 'agent.owner' | 'target.owner',
): string[] {
  const { value } = readFact(facts, path);
  return value === undefined ? [] : [value];
}
