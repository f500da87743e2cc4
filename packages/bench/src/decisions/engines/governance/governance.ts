import {
  compilePolicies,
  decide,
  DecisionCore,
  ENGINE_VERSION,
  PolicyIndex,
  PolicySet,
  RULES_VERSION,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { Engine } from '../Engine';
import { toFacts } from './toFacts';
import { toPolicy } from './toPolicies';

/** Our own. */
export const governance: Engine = {
  id: 'governance',
  title: 'This engine, with its complete trace',
  includes:
    '`decide` over complete facts with the portal’s answers, stops and the agent’s ceiling, the trace of every rule with every fact it read, the checkpoint of a hold; not the list of what would unblock it. The facts are another object each time, so that nothing is remembered of a request, and no two policies have an expression in common, so that nothing is shared',
  async load({ policies, requests }) {
    const index = compilePolicies(policies.map(policy => toPolicy(policy)));
    const policySet = policySetOf(index);
    const facts = requests.map(toFacts);
    // kept, so that no compiler leaves out what nobody looks at
    let decision: DecisionCore;
    return {
      decide(request) {
        decision = decide(policySet, { ...facts[request] }, index);
        return decision.verdict;
      },
    };
  },
};

/** The portal's policy has no objection and grants nothing: documents decide. */
function policySetOf(index: PolicyIndex): PolicySet {
  return {
    engineVersion: ENGINE_VERSION,
    rulesVersion: RULES_VERSION,
    portal: {
      execute: { result: 'ALLOW' },
      executeApproved: { result: 'ALLOW' },
    },
    policies: { digest: index.digest },
    requiredLevels: [],
    defaultCheckpoint: {
      from: 'target-owner',
      count: 1,
      decideWithin: 'PT4H',
      executeWithin: 'PT30M',
    },
  };
}
