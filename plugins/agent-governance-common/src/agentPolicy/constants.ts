/** The `apiVersion` of the entity kind {@link AgentPolicyEntity}. @public */
export const AGENT_POLICY_API_VERSION = 'agent-governance.io/v1alpha1';

/** The `kind` of the entity kind {@link AgentPolicyEntity}, as written in a catalog file. @public */
export const AGENT_POLICY_KIND = 'AgentPolicy';

/**
 * The levels a policy document may belong to. The portal's own policy and the agents' ceilings are levels
 * too, and are written elsewhere.
 *
 * @public
 */
export const AGENT_POLICY_LEVELS = [
  'organization',
  'environment',
  'team',
  'service',
] as const;

/** Whether a policy counts, or is only recorded as what it would have done. @public */
export const AGENT_POLICY_MODES = ['enforce', 'shadow'] as const;

/**
 * From a policy to the entity it speaks about. The reverse is {@link RELATION_GOVERNED_BY}.
 *
 * It is a claim of the policy's author: whether the policy counts is decided when it is loaded.
 *
 * @public
 */
export const RELATION_GOVERNS = 'governs';

/** From an entity to the policies that say they speak about it. @public */
export const RELATION_GOVERNED_BY = 'governedBy';
