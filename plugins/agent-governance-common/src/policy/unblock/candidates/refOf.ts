import { Facts, UnblockSubject } from '../../../model';
import { readFact } from '../../facts';

/** Who that is, or nobody where it is not known. */
export function refOf(
  facts: Facts,
  path: 'agent.ref' | 'agent.owner' | 'target.owner',
): string[] {
  const { value } = readFact(facts, path);
  return value === undefined ? [] : [value];
}

/** The target itself, where what holds there is in the way. */
export function aboutTarget(facts: Facts): UnblockSubject | undefined {
  const { value } = readFact(facts, 'target.ref');
  return value === undefined ? undefined : { kind: 'entity', ref: value };
}
