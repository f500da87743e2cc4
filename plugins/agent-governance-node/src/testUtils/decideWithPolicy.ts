import {
  agentActionExecuteApprovedPermission,
  agentActionExecutePermission,
  Facts,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  decide,
  DecisionCore,
  ENGINE_VERSION,
  NO_POLICIES,
  portalAnswer,
  RULES_VERSION,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { PermissionPolicy } from '@backstage/plugin-permission-node';

/**
 * Decides one request with a permission policy, as the portal would: asks the policy as the agent
 * named in the facts, then evaluates what it answered over the facts.
 *
 * For tests of policies; facts come from `sampleFacts` of the common package's `testUtils`.
 *
 * @public
 */
export async function decideWithPolicy(
  policy: PermissionPolicy,
  facts: Facts,
): Promise<DecisionCore> {
  const agentRef = facts.agent.ref.value ?? 'agent:default/unknown';
  const user = {
    credentials: {
      $$type: '@backstage/BackstageCredentials' as const,
      principal: { type: 'user', userEntityRef: agentRef },
    },
    info: { userEntityRef: agentRef, ownershipEntityRefs: [agentRef] },
  };
  const [execute, executeApproved] = await Promise.all(
    [agentActionExecutePermission, agentActionExecuteApprovedPermission].map(
      permission => policy.handle({ permission }, user),
    ),
  );
  return decide(
    {
      engineVersion: ENGINE_VERSION,
      rulesVersion: RULES_VERSION,
      portal: {
        execute: portalAnswer(execute),
        executeApproved: portalAnswer(executeApproved),
      },
      policies: { digest: NO_POLICIES.digest },
      requiredLevels: [],
      defaultCheckpoint: {
        from: 'target-owner',
        count: 1,
        decideWithin: 'PT4H',
        executeWithin: 'PT30M',
      },
    },
    facts,
  );
}
