import { digestOf } from '../../canonical';
import { actionIs } from './actionIs';
import { actionQuotesContext } from './actionQuotesContext';
import { agentOperatesTarget } from './agentOperatesTarget';
import { contextMeets } from './contextMeets';
import { duringFreeze } from './duringFreeze';
import { duringIncident } from './duringIncident';
import { effectClassIsOneOf } from './effectClassIsOneOf';
import { hasDelegation } from './hasDelegation';
import { hasUndo } from './hasUndo';
import { inEnvironment } from './inEnvironment';
import { isNovel } from './isNovel';
import { mutationsWithin } from './mutationsWithin';
import { AnyPolicyRule } from './PolicyRule';
import { quotedContextExpired } from './quotedContextExpired';
import { quotedContextMatches } from './quotedContextMatches';
import { quotedContextMismatches } from './quotedContextMismatches';
import { requestedOnBehalfOfOwner } from './requestedOnBehalfOfOwner';
import { runWithin } from './runWithin';
import { targetHealthIs } from './targetHealthIs';
import { targetMatches } from './targetMatches';
import { targetOwnedByAgentOwner } from './targetOwnedByAgentOwner';
import { withinTopologyDistance } from './withinTopologyDistance';

/** Every rule a policy may use, by name. @public */
export const policyRules = {
  actionIs,
  actionQuotesContext,
  agentOperatesTarget,
  contextMeets,
  duringFreeze,
  duringIncident,
  effectClassIsOneOf,
  hasDelegation,
  hasUndo,
  inEnvironment,
  isNovel,
  mutationsWithin,
  quotedContextExpired,
  quotedContextMatches,
  quotedContextMismatches,
  requestedOnBehalfOfOwner,
  runWithin,
  targetHealthIs,
  targetMatches,
  targetOwnedByAgentOwner,
  withinTopologyDistance,
};

const byName = new Map<string, AnyPolicyRule>(
  Object.values<AnyPolicyRule>(policyRules).map(rule => [rule.name, rule]),
);

/** The rule of that name, if there is one. */
export function findPolicyRule(name: string): AnyPolicyRule | undefined {
  return byName.get(name);
}

/** Which version of which rules this engine has; changes whenever a rule's version does. @public */
export const RULES_VERSION: string = digestOf(
  'agent-governance/rules/v1',
  Object.fromEntries(
    Array.from(byName.values(), ({ name, version }) => [name, version]),
  ),
);
