import { ExceptedFreezeFactValue, FreezeFactValue } from '../../model';
import { readFact } from '../facts';
import { formatInstant, notKnown, plainText, quoteText } from '../wording';
import { PolicyRule } from './PolicyRule';

/** True when a freeze is in force from which the request is not excepted. @public */
export const duringFreeze: PolicyRule<undefined> = {
  name: 'duringFreeze',
  description: 'A freeze is in force over the target and environment',
  version: 1,
  changeability: 'circumstance',
  evaluate(facts) {
    const { value, read } = readFact(facts, 'conditions.freeze');
    if (value === undefined) {
      return {
        result: 'unknown',
        because: notKnown('whether a freeze is in force', read),
        reads: [read],
      };
    }
    return {
      result: value.active,
      because: value.active
        ? value.freezes.map(describe).join(', and ')
        : describeNone(value.excepted),
      reads: [read],
    };
  },
};

function describeNone(excepted: ExceptedFreezeFactValue[]): string {
  return excepted.length === 0
    ? 'no freeze is in force'
    : excepted
        .map(
          ({ reason, exceptedBy }) =>
            `the request is excepted from the freeze ${quoteText(
              reason,
            )} by ${exceptedBy.map(ref => plainText(ref)).join(', ')}`,
        )
        .join(', and ');
}

function describe({ reason, owner, to }: FreezeFactValue): string {
  return `the freeze ${quoteText(reason)} (owner ${plainText(
    owner,
  )}) is in force until ${plainText(formatInstant(to))}`;
}
