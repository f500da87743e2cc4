export { actionIs } from './actionIs';
export { actionQuotesContext } from './actionQuotesContext';
export { agentOperatesTarget } from './agentOperatesTarget';
export { contextMeets } from './contextMeets';
export { duringFreeze } from './duringFreeze';
export { effectClassIsOneOf } from './effectClassIsOneOf';
export { hasDelegation } from './hasDelegation';
export { hasUndo } from './hasUndo';
export { inEnvironment } from './inEnvironment';
export { policyRules, RULES_VERSION } from './policyRules';
export type {
  AnyPolicyRule,
  Changeability,
  PolicyRule,
  RuleOutcome,
} from './PolicyRule';
export { quotedContextExpired } from './quotedContextExpired';
export { quotedContextMatches } from './quotedContextMatches';
export { quotedContextMismatches } from './quotedContextMismatches';
export { targetOwnedByAgentOwner } from './targetOwnedByAgentOwner';
export { withinTopologyDistance } from './withinTopologyDistance';
export { duringIncident } from './duringIncident';
export { isNovel } from './isNovel';
export { mutationsWithin } from './mutationsWithin';
export { requestedOnBehalfOfOwner } from './requestedOnBehalfOfOwner';
export { runWithin } from './runWithin';
export type { RunBounds } from './runWithin';
export { targetHealthIs } from './targetHealthIs';
export { targetMatches } from './targetMatches';
export type { TargetMatchesParams } from './targetMatches';
