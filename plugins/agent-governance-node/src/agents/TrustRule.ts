import { AGENT_POLICY_LEVELS } from '@agentgov/backstage-plugin-agent-governance-common';

/**
 * The kinds a {@link TrustRule} may speak of.
 *
 * @public
 */
export const TRUSTED_KINDS = ['Agent', 'AgentPolicy'] as const;

/**
 * One entry of `agentGovernance.trust`: a place whose entities count.
 *
 * @public
 */
export type TrustRule = {
  /** Pattern on the annotation `backstage.io/managed-by-origin-location`; `*` stands for any characters. */
  originLocation: string;
  /** The kinds that count when they come from there. */
  kinds: (typeof TRUSTED_KINDS)[number][];
  /** Full entity refs, lower case. When given, only entities of these owners count. */
  owners?: string[];
  /** When given, only policies of these levels count. Agents have no level. */
  levels?: (typeof AGENT_POLICY_LEVELS)[number][];
};
