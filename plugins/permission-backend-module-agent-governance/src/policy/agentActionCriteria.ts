import { agentActionConditions } from '@agentgov/backstage-plugin-agent-governance-node';
import {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';

type Criteria = PermissionCriteria<PermissionCondition<'agent-action'>>;

const {
  actionQuotesContext,
  contextMeets,
  duringFreeze,
  effectClassIsOneOf,
  hasUndo,
  inEnvironment,
  quotedContextExpired,
  quotedContextMatches,
  quotedContextMismatches,
  targetHealthIs,
  targetOwnedByAgentOwner,
} = agentActionConditions;

const reads: Criteria = effectClassIsOneOf({ effectClasses: ['read'] });
const changes: Criteria = { not: reads };

/** No freeze over the target, and nothing the agent quoted has turned out otherwise. */
const undisturbed: Criteria[] = [
  { not: duringFreeze() },
  { not: quotedContextMismatches() },
];

/**
 * The ready policy's table: when an agent may act unattended, and when once people have approved.
 *
 * | Request | unattended | once approved |
 * |---|---|---|
 * | reads; what it quoted still holds, or no quote is asked and none given | yes | |
 * | reads; a quote is asked and missing, or what it quoted has expired | no | yes |
 * | changes something, not production, owned by the agent's owner, no freeze, no mismatch | yes | |
 * | the same, but what it quoted has expired | no | yes |
 * | changes something, production, owned, has an undo, no freeze, target healthy, context floor met, quoted context matches | yes | |
 * | the same, but the target is not known to be healthy, the floor is not met, there is no undo, or the quote is missing or expired | no | yes |
 * | changes something during a freeze | no | no |
 * | anything whose quoted context mismatches | no | no |
 * | changes something that another owner owns | no | no |
 *
 * What is unknown never turns a *no* into a *yes*: where it leaves *unattended* open but *once approved* holds, people
 * are asked; where it leaves *once approved* open, nothing runs.
 *
 * For policies that want to hand agents' actions over to it, as they stand or with more around them.
 *
 * @public
 */
export const agentActionCriteria: {
  execute: Criteria;
  executeApproved: Criteria;
} = {
  execute: {
    anyOf: [
      {
        allOf: [
          reads,
          { not: quotedContextMismatches() },
          { anyOf: [{ not: actionQuotesContext() }, quotedContextMatches()] },
        ],
      },
      {
        allOf: [
          changes,
          inEnvironment({ production: false }),
          targetOwnedByAgentOwner(),
          ...undisturbed,
        ],
      },
      {
        allOf: [
          changes,
          inEnvironment({ production: true }),
          targetOwnedByAgentOwner(),
          hasUndo(),
          targetHealthIs({ statuses: ['healthy'] }),
          contextMeets({}),
          quotedContextMatches(),
          ...undisturbed,
        ],
      },
    ],
  },
  executeApproved: {
    allOf: [
      {
        anyOf: [
          reads,
          { allOf: [targetOwnedByAgentOwner(), { not: duringFreeze() }] },
        ],
      },
      // An expired quote can no longer be compared: a person looks instead.
      { anyOf: [{ not: quotedContextMismatches() }, quotedContextExpired()] },
    ],
  },
};
