import { Entity } from '@backstage/catalog-model';
import {
  AGENT_POLICY_KIND,
  AGENT_POLICY_LEVELS,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { judgeTrust } from './judgeTrust';
import { TrustRule } from './TrustRule';

/**
 * Whether a policy counts by where it comes from, and at which levels, or why not.
 *
 * @public
 */
export type PolicyTrust =
  | {
      trusted: true;
      originLocation: string;
      /** The levels at which policies from there, of this owner, may speak. */
      levels: Array<(typeof AGENT_POLICY_LEVELS)[number]>;
    }
  | { trusted: false; reason: string };

/**
 * Judges whether a policy comes from a place the portal trusts with policies, and with which levels of them.
 *
 * @remarks
 *
 * Whether its owner may speak at its level is another question: `originLocation` says from where a text counts,
 * authority whose word it is.
 *
 * @public
 */
export function judgePolicyTrust(
  entity: Entity,
  trust: readonly TrustRule[],
): PolicyTrust {
  const judged = judgeTrust(entity, AGENT_POLICY_KIND, trust);
  if (!judged.trusted) {
    return judged;
  }
  const { originLocation, rules } = judged;
  const levels = AGENT_POLICY_LEVELS.filter(level =>
    rules.some(rule => !rule.levels || rule.levels.includes(level)),
  );
  return { trusted: true, originLocation, levels };
}
