import { readFact } from '../facts';
import { formatInstant, notKnown, plainText } from '../wording';
import { PolicyRule } from './PolicyRule';

/**
 * True when the request is made under a delegation in force: the person it names granted it to this agent, for this
 * action, target and environment. False when the agent acts for nobody, or only says for whom.
 *
 * @remarks
 * Not a claim: people grant delegations in the portal. Who the person is, is for other rules:
 * `allOf: [targetOwnedByAgentOwner(), hasDelegation(), requestedOnBehalfOfOwner()]`. That the person may act on the
 * target is asked of every request under a delegation, whatever policies say.
 *
 * @public
 */
export const hasDelegation: PolicyRule<undefined> = {
  name: 'hasDelegation',
  description:
    'The request is made under a delegation in force that a person granted to this agent',
  version: 1,
  changeability: 'request',
  evaluate(facts) {
    const delegation = readFact(facts, 'subject.delegation');
    const person = readFact(facts, 'subject.ref');
    const reads = [delegation.read, person.read];
    if (delegation.isNone) {
      const because = 'nobody delegated this to the agent';
      return { result: false, because, reads: [delegation.read] };
    }
    if (delegation.value === undefined || person.value === undefined) {
      return {
        result: 'unknown',
        because: notKnown('whether somebody delegated this', ...reads),
        reads,
      };
    }
    return {
      result: true,
      because: `${plainText(person.value)} delegated this until ${plainText(
        formatInstant(delegation.value.until),
      )}`,
      reads,
    };
  },
};
