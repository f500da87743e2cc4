import { FactRead } from '../../model';
import { readFact } from '../facts';
import { notKnown, plainText } from '../wording';
import { PolicyRule, RuleOutcome } from './PolicyRule';

/**
 * True when the agent says that it acts on behalf of the target's owner, or of somebody in the group that owns it.
 * False when it acts on nobody's behalf.
 *
 * @remarks
 * A claim of the agent's: criteria refuse it anywhere but in an `allOf` beside something that is none, as in
 * `allOf: [targetOwnedByAgentOwner(), requestedOnBehalfOfOwner()]`.
 *
 * @public
 */
export const requestedOnBehalfOfOwner: PolicyRule<undefined> = {
  name: 'requestedOnBehalfOfOwner',
  description:
    "The agent acts on behalf of the target's owner or a member of it, as it says. Only narrows a grant",
  version: 1,
  changeability: 'request',
  basis: 'claim',
  evaluate(facts) {
    const subject = readFact(facts, 'subject.ref');
    const groups = readFact(facts, 'subject.groups');
    const owner = readFact(facts, 'target.owner');
    const reads = [subject.read, groups.read, owner.read];
    if (subject.isNone) {
      const because = "the agent acts on nobody's behalf";
      return { result: false, because, reads };
    }
    if (subject.value === undefined || owner.value === undefined) {
      return open(reads);
    }
    const person = plainText(subject.value);
    const ownedBy = plainText(owner.value);
    if (subject.value === owner.value) {
      const because = `the agent acts on behalf of ${person}, who owns the target`;
      return { result: true, because, reads };
    }
    if (groups.value === undefined) {
      return open(reads);
    }
    const result = groups.value.includes(owner.value);
    return {
      result,
      because: `the agent acts on behalf of ${person}, who ${
        result ? 'belongs' : 'does not belong'
      } to the target's owner ${ownedBy}`,
      reads,
    };
  },
};

function open(reads: FactRead[]): RuleOutcome {
  return {
    result: 'unknown',
    because: notKnown(
      'whether the agent acts on behalf of the owner',
      ...reads,
    ),
    reads,
  };
}
