import { FreezeFactValue } from '../../model';
import { readFact } from '../facts';
import { formatInstant, notKnown, plainText, quoteText } from '../wording';
import { PolicyRule } from './PolicyRule';

/** True when a freeze is in force over the target and environment. @public */
export const duringFreeze: PolicyRule<undefined> = {
  name: 'duringFreeze',
  description: 'A freeze is in force over the target and environment',
  version: 1,
  changeability: 'circumstance',
  evaluate(facts) {
    const { value, read } = readFact(facts, 'conditions.freezes');
    if (value === undefined) {
      return {
        result: 'unknown',
        because: notKnown('whether a freeze is in force', read),
        reads: [read],
      };
    }
    return {
      result: value.length > 0,
      because:
        value.length > 0
          ? value.map(describe).join(', and ')
          : 'no freeze is in force',
      reads: [read],
    };
  },
};

function describe({ reason, owner, to }: FreezeFactValue): string {
  return `the freeze ${quoteText(reason)} (owner ${plainText(
    owner,
  )}) is in force until ${plainText(formatInstant(to))}`;
}
