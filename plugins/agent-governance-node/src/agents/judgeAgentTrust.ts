import { Entity } from '@backstage/catalog-model';
import { AGENT_KIND } from '@agentgov/backstage-plugin-agent-governance-common';
import { judgeTrust } from './judgeTrust';
import { TrustRule } from './TrustRule';

/**
 * Whether an agent counts, and by which rule or why not.
 *
 * @public
 */
export type AgentTrust =
  | { trusted: true; originLocation: string; rule: TrustRule }
  | { trusted: false; reason: string };

/**
 * Judges whether an agent comes from a place the portal trusts with agents.
 *
 * @remarks
 *
 * The place is what the catalog recorded as the origin of the entity. Entities of a provider have the origin the
 * provider gives them; without one they are untrusted. The reason is for people and names only what stands in the
 * entity.
 *
 * @public
 */
export function judgeAgentTrust(
  entity: Entity,
  trust: readonly TrustRule[],
): AgentTrust {
  const judged = judgeTrust(entity, AGENT_KIND, trust);
  if (!judged.trusted) {
    return judged;
  }
  const { originLocation, rules } = judged;
  return { trusted: true, originLocation, rule: rules[0] };
}
