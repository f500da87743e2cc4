/**
 * What an entity says about agents in short: `forbidden`, `supervised`, or, from a trusted place, `allowed`.
 *
 * @public
 */
export const AGENTS_ANNOTATION = 'agent-governance.io/agents';

/**
 * How much depends on an entity, in the portal's own words (`agentGovernance.tiers`). The label `tier` counts where
 * this annotation is absent.
 *
 * @public
 */
export const TIER_ANNOTATION = 'agent-governance.io/tier';

/**
 * How sensitive what an entity holds is. The label `data-class` counts where this annotation is absent.
 *
 * @public
 */
export const DATA_CLASS_ANNOTATION = 'agent-governance.io/data-class';
