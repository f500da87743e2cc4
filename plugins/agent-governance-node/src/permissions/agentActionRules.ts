import { policyRules } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { createAgentActionRule } from './createAgentActionRule';

/**
 * Every rule on agents' actions, for registration and for `agentActionConditions`.
 * What each means is documented in the policy engine, under the same name.
 *
 * @public
 */
export const agentActionRules = {
  actionIs: createAgentActionRule(policyRules.actionIs),
  actionQuotesContext: createAgentActionRule(policyRules.actionQuotesContext),
  agentOperatesTarget: createAgentActionRule(policyRules.agentOperatesTarget),
  contextMeets: createAgentActionRule(policyRules.contextMeets),
  duringFreeze: createAgentActionRule(policyRules.duringFreeze),
  duringIncident: createAgentActionRule(policyRules.duringIncident),
  effectClassIsOneOf: createAgentActionRule(policyRules.effectClassIsOneOf),
  hasDelegation: createAgentActionRule(policyRules.hasDelegation),
  hasUndo: createAgentActionRule(policyRules.hasUndo),
  inEnvironment: createAgentActionRule(policyRules.inEnvironment),
  isNovel: createAgentActionRule(policyRules.isNovel),
  mutationsWithin: createAgentActionRule(policyRules.mutationsWithin),
  quotedContextExpired: createAgentActionRule(policyRules.quotedContextExpired),
  quotedContextMatches: createAgentActionRule(policyRules.quotedContextMatches),
  quotedContextMismatches: createAgentActionRule(
    policyRules.quotedContextMismatches,
  ),
  requestedOnBehalfOfOwner: createAgentActionRule(
    policyRules.requestedOnBehalfOfOwner,
  ),
  runWithin: createAgentActionRule(policyRules.runWithin),
  targetHealthIs: createAgentActionRule(policyRules.targetHealthIs),
  targetMatches: createAgentActionRule(policyRules.targetMatches),
  targetOwnedByAgentOwner: createAgentActionRule(
    policyRules.targetOwnedByAgentOwner,
  ),
  withinTopologyDistance: createAgentActionRule(
    policyRules.withinTopologyDistance,
  ),
};
