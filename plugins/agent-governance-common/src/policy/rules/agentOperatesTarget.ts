import { booleanFact } from './booleanFact';
import { PolicyRule } from './PolicyRule';

/**
 * True when the agent says, in its catalog entity, that it operates the target.
 *
 * @remarks
 * A claim of whoever wrote the agent's entity. In a criterion that *grants*, combine it in one `allOf` with
 * `targetOwnedByAgentOwner`; alone use it only to tighten, as in `not(agentOperatesTarget)` of a denial.
 *
 * @public
 */
export const agentOperatesTarget: PolicyRule<undefined> = {
  name: 'agentOperatesTarget',
  description:
    'The agent is declared to operate the target. Grants nothing unless combined with targetOwnedByAgentOwner',
  version: 1,
  changeability: 'relation',
  evaluate: facts =>
    booleanFact(facts, 'topology.operates', {
      yes: 'the agent operates the target',
      no: 'the agent does not operate the target',
      whether: 'whether the agent operates the target',
    }),
};
