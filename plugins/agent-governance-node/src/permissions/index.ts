export {
  agentActionConditions,
  createAgentActionConditionalDecision,
} from './agentActionConditions';
export { agentActionResourceRef } from './agentActionResourceRef';
export { agentActionRules } from './agentActionRules';
export { createAgentActionRule } from './createAgentActionRule';
