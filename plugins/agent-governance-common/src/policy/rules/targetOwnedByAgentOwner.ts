import { readFact } from '../facts';
import { notKnown, plainText } from '../wording';
import { PolicyRule } from './PolicyRule';

/**
 * True when the agent's owner owns the target.
 *
 * The ground of most grants: who answers for the agent answers for what it touches.
 *
 * @public
 */
export const targetOwnedByAgentOwner: PolicyRule<undefined> = {
  name: 'targetOwnedByAgentOwner',
  description: 'The target is owned by the owner of the agent',
  version: 1,
  changeability: 'relation',
  evaluate(facts) {
    const owned = readFact(facts, 'topology.ownedByAgentOwner');
    const target = readFact(facts, 'target.owner');
    const agent = readFact(facts, 'agent.owner');
    const reads = [owned.read, target.read, agent.read];
    if (owned.value === undefined) {
      return {
        result: 'unknown',
        because: notKnown(
          "whether the agent's owner owns the target",
          owned.read,
        ),
        reads,
      };
    }
    const targetOwner = plainText(target.value ?? 'somebody');
    const agentOwner = plainText(agent.value ?? 'somebody');
    return {
      result: owned.value,
      because: owned.value
        ? `the target is owned by the agent's owner ${agentOwner}`
        : `the target is owned by ${targetOwner}, not by the agent's owner ${agentOwner}`,
      reads,
    };
  },
};
