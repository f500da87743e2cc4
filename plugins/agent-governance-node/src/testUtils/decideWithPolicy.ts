import {
  agentActionExecuteApprovedPermission,
  agentActionExecutePermission,
  Facts,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  compilePolicies,
  compilePolicy,
  decide,
  DecisionCore,
  ENGINE_VERSION,
  LoadedPolicy,
  parsePolicy,
  policyDigest,
  portalAnswer,
  RULES_VERSION,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { InputError } from '@backstage/errors';
import { PermissionPolicy } from '@backstage/plugin-permission-node';

/**
 * Decides one request with a permission policy, as the portal would: asks the policy as the agent
 * named in the facts, then evaluates what it answered over the facts.
 *
 * For tests of policies; facts come from `sampleFacts` of the common package's `testUtils`.
 *
 * @param options - `policies`: `AgentPolicy` entities that decide beside it, as they stand in their files
 * @throws InputError naming everything that is wrong with a policy document
 * @public
 */
export async function decideWithPolicy(
  policy: PermissionPolicy,
  facts: Facts,
  options: { policies?: unknown[] } = {},
): Promise<DecisionCore> {
  const index = compilePolicies((options.policies ?? []).map(toLoadedPolicy));
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
      policies: { digest: index.digest },
      requiredLevels: [],
      defaultCheckpoint: {
        from: 'target-owner',
        count: 1,
        decideWithin: 'PT4H',
        executeWithin: 'PT30M',
      },
    },
    facts,
    index,
  );
}

function toLoadedPolicy(entity: unknown): LoadedPolicy {
  const parsed = parsePolicy(entity);
  const compiled = parsed.ok ? compilePolicy(parsed.document) : parsed;
  if (!compiled.ok) {
    throw new InputError(
      compiled.problems
        .map(({ field, reason }) => `${field}: ${reason}`)
        .join('; '),
    );
  }
  const { policy } = compiled;
  return { policy, digest: policyDigest(policy.document), standing: 'current' };
}
