import { createConditionExports } from '@backstage/plugin-permission-node';
import { agentActionResourceRef } from './agentActionResourceRef';
import { agentActionRules } from './agentActionRules';

const conditionExports = createConditionExports({
  resourceRef: agentActionResourceRef,
  rules: agentActionRules,
});

/**
 * Conditions on agents' actions, for authors of permission policies.
 *
 * @remarks
 * Distance and `operates` are claims of whoever wrote an entity. In a decision that grants, combine them in one
 * `allOf` with `targetOwnedByAgentOwner()`; alone use them only to tighten.
 *
 * @public
 */
export const agentActionConditions = conditionExports.conditions;

/**
 * A conditional answer to one of the permissions on agents' actions. Only a conditional answer whose
 * conditions hold is a grant; a plain ALLOW is none.
 *
 * @public
 */
export const createAgentActionConditionalDecision =
  conditionExports.createConditionalDecision;
