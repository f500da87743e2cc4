import {
  BasicPermission,
  ResourcePermission,
  createPermission,
} from '@backstage/plugin-permission-common';

/** The resource type agents' actions are decided on. @public */
export const RESOURCE_TYPE_AGENT_ACTION = 'agent-action';

/**
 * Whether an agent may run an action unattended.
 *
 * Asked with the agent's own principal for every request, and again at the moment of effect.
 * Only a *conditional* answer whose conditions hold is a grant: a plain ALLOW is no objection
 * and no grant, so that a portal with an allow-all policy grants agents nothing.
 * Denied, the request is refused unless {@link agentActionExecuteApprovedPermission} lets it be held.
 *
 * @public
 */
export const agentActionExecutePermission: ResourcePermission<
  typeof RESOURCE_TYPE_AGENT_ACTION
> = createPermission({
  name: 'agent-governance.action.execute',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_AGENT_ACTION,
});

/**
 * Whether an agent may run an action once people have approved exactly that action.
 * Denied, no approval can make it run.
 *
 * @remarks
 * It has no `action` attribute where {@link agentActionExecutePermission} has one: policies that are kept as tables by
 * resource type and action could not answer the two differently otherwise.
 *
 * @public
 */
export const agentActionExecuteApprovedPermission: ResourcePermission<
  typeof RESOURCE_TYPE_AGENT_ACTION
> = createPermission({
  name: 'agent-governance.action.execute-approved',
  attributes: {},
  resourceType: RESOURCE_TYPE_AGENT_ACTION,
});

/**
 * Whether a person may read everything that was recorded, whoever's it is.
 * Meant for auditors. Denied, the person still sees what concerns entities they may read.
 *
 * @public
 */
export const ledgerReadPermission: BasicPermission = createPermission({
  name: 'agent-governance.ledger.read',
  attributes: { action: 'read' },
});

/**
 * Whether a person may look at policies: which there are, what they say, and what became of them.
 *
 * Allowed, they see those they may read in the catalog. Denied, they are told that they may not look, and
 * everything else stays as it is: decisions still name the policies that made them.
 *
 * @public
 */
export const policyReadPermission: BasicPermission = createPermission({
  name: 'agent-governance.policy.read',
  attributes: { action: 'read' },
});

/**
 * Whether a person may try out what would be decided about requests that nobody made.
 *
 * Allowed, they may about agents and targets that they may both read. Denied, they are told so. It gives nothing else:
 * nothing is recorded and nothing is authorised by trying.
 *
 * @public
 */
export const policySimulatePermission: BasicPermission = createPermission({
  name: 'agent-governance.policy.simulate',
  attributes: { action: 'read' },
});

/**
 * Whether somebody may see which systems report incidents, health and deployments, and how well they are heard.
 * Meant for the platform team. Denied, the person still sees what is reported about entities they may read.
 *
 * @public
 */
export const conditionSourceReadPermission: BasicPermission = createPermission({
  name: 'agent-governance.condition-source.read',
  attributes: { action: 'read' },
});

/**
 * Whether a person may delegate to agents at all; asked with their own credentials when they grant.
 *
 * Denied, they are told so, and what they delegated before stays until it ends. It gives no agent anything: a
 * delegation only proves on whose behalf it acts, and narrows what it may.
 *
 * @public
 */
export const delegationCreatePermission: BasicPermission = createPermission({
  name: 'agent-governance.delegation.create',
  attributes: { action: 'create' },
});

/**
 * Whether somebody may try drafts of policies on what agents asked for in the past.
 *
 * Allowed, they are counted decisions about agents and targets they may read in the catalog, and no others. Denied, they
 * are told that they may not, and see no replay, not even their own of before.
 *
 * @public
 */
export const policyReplayPermission: BasicPermission = createPermission({
  name: 'agent-governance.policy.replay',
  attributes: { action: 'read' },
});

/** Every permission of the plugin. @public */
export const agentGovernancePermissions = [
  agentActionExecutePermission,
  agentActionExecuteApprovedPermission,
  ledgerReadPermission,
  policyReadPermission,
  policySimulatePermission,
  conditionSourceReadPermission,
  delegationCreatePermission,
];
