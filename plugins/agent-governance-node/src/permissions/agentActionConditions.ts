import { FilterPredicate } from '@backstage/filter-predicates';
import { PermissionCondition } from '@backstage/plugin-permission-common';
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
 * `runWithin` and `requestedOnBehalfOfOwner` are claims of the agent's. They only narrow: anywhere but in an `allOf`
 * beside something that is no such claim the whole answer is refused, and the portal level could not be evaluated.
 * With `hasDelegation` in that `allOf`, the person `requestedOnBehalfOfOwner` speaks of is proven.
 *
 * @public
 */
export const agentActionConditions = {
  ...conditionExports.conditions,
  /** True when the target matches a filter predicate, written as elsewhere in the portal. */
  targetMatches: (params: {
    filter: FilterPredicate;
  }): PermissionCondition<'agent-action'> =>
    conditionExports.conditions.targetMatches(params),
};

/**
 * A conditional answer to one of the permissions on agents' actions. Only a conditional answer whose
 * conditions hold is a grant; a plain ALLOW is none.
 *
 * @public
 */
export const createAgentActionConditionalDecision =
  conditionExports.createConditionalDecision;
