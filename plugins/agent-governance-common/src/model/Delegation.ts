/** Where a delegation stands at the moment it is looked at. @public */
export const DELEGATION_STATES = ['active', 'expired', 'revoked'] as const;

/** @public */
export type DelegationState = (typeof DELEGATION_STATES)[number];

/** What a delegation is for; whatever is named must fit, and what is absent is not asked about. @public */
export type DelegationScope = {
  /** Ids of actions; one may end in `*`, as in `deployments:*`, and stands for all that start so. */
  actions: string[];
  /** Entity refs of the only targets it is for; any target when absent. */
  targets?: string[];
  /** Names of the only environments it is for; any when absent. */
  environments?: string[];
};

/**
 * A person's word that one agent may do certain things on their behalf, until a moment.
 *
 * It gives an agent nothing of the person's: no token, no membership, no right. It proves on whose behalf the agent
 * acts, satisfies policies that ask for such a proof, and otherwise only tightens.
 *
 * @public
 */
export interface Delegation extends DelegationScope {
  id: string;
  agentRef: string;
  /** Entity ref of the person on whose behalf. */
  grantedBy: string;
  /** What for, in the person's words. */
  reason: string;
  /** ISO 8601; it counts before this moment and not at it. */
  until: string;
  state: DelegationState;
  /** ISO 8601. */
  revokedAt?: string;
  /** Entity ref of whoever revoked it: the person, an owner of the agent, or an administrator. */
  revokedBy?: string;
  /** ISO 8601. */
  createdAt: string;
}

/** A delegation with what the caller may do about it. @public */
export interface DelegationDetails extends Delegation {
  mayRevoke: { allowed: boolean; because: string };
}

/** A delegation that a request quotes and that counts, as decisions see it. @public */
export type DelegationFactValue = DelegationScope & {
  id: string;
  /** ISO 8601. */
  until: string;
};

/** Whether a delegation is for this action on this target in this environment. @public */
export function delegationCovers(
  scope: DelegationScope,
  asked: { actionId: string; targetRef: string; environment: string },
): boolean {
  const { actions, targets, environments } = scope;
  return (
    actions.some(action => covers(action, asked.actionId)) &&
    (targets === undefined || targets.includes(asked.targetRef)) &&
    (environments === undefined || environments.includes(asked.environment))
  );
}

function covers(pattern: string, actionId: string): boolean {
  return pattern.endsWith('*')
    ? actionId.startsWith(pattern.slice(0, -1))
    : actionId === pattern;
}
