import {
  agentActionExecuteApprovedPermission,
  agentActionExecutePermission,
  isAgentRef,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  agentActionConditions,
  createAgentActionConditionalDecision,
} from '@agentgov/backstage-plugin-agent-governance-node';
import {
  AuthorizeResult,
  isPermission,
  PermissionCondition,
  PermissionCriteria,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';

type Criteria = PermissionCriteria<PermissionCondition<'agent-action'>>;
const on = agentActionConditions;

const reads: Criteria = on.effectClassIsOneOf({ effectClasses: ['read'] });

/** What every change stands on, approved or not. */
const ground: Criteria = {
  allOf: [
    on.actionIs({ ids: ['deployments:*'] }),
    on.targetOwnedByAgentOwner(),
    { not: on.duringFreeze() },
    { not: on.quotedContextMismatches() },
  ],
};

/** An agent in a loop is held by our own count, and a run that goes wrong by what it did. */
const paced: Criteria = {
  allOf: [
    on.mutationsWithin({ lastHour: 10, lastDay: 50 }),
    on.runWithin({ failures: 2, unknownOutcomes: 0 }),
  ],
};

/** What has to be well in production before nobody needs to look. */
const quiet: Criteria = {
  allOf: [
    on.targetHealthIs({ statuses: ['healthy'] }),
    { not: on.duringIncident() },
    { not: on.isNovel() },
    {
      not: on.targetMatches({
        filter: { 'metadata.tags': { $contains: 'pci' } },
      }),
    },
    on.contextMeets({ factTypes: ['runbook'] }),
    on.hasUndo(),
  ],
};

/** Agents run what their team owns; in production unattended only what is routine, on what is well. */
export class ProductionPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (isPermission(permission, agentActionExecutePermission)) {
      return createAgentActionConditionalDecision(permission, {
        anyOf: [
          reads,
          { allOf: [ground, paced, on.inEnvironment({ production: false })] },
          {
            allOf: [
              ground,
              paced,
              quiet,
              on.inEnvironment({ production: true }),
            ],
          },
        ],
      });
    }
    if (isPermission(permission, agentActionExecuteApprovedPermission)) {
      return createAgentActionConditionalDecision(permission, {
        allOf: [ground, on.mutationsWithin({ lastDay: 50 })],
      });
    }
    const isAgent = user && isAgentRef(user.info.userEntityRef);
    if (isAgent && permission.name !== 'catalog.entity.read') {
      return { result: AuthorizeResult.DENY };
    }
    return { result: AuthorizeResult.ALLOW };
  }
}
