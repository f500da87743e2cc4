import {
  DelegationScope,
  DelegationState,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** A delegation as it is kept: whether it is in force depends on the time it is looked at. */
export interface StoredDelegation extends DelegationScope {
  id: string;
  agentRef: string;
  grantedBy: string;
  reason: string;
  until: string;
  revokedAt?: string;
  revokedBy?: string;
  createdAt: string;
}

/** Keeps delegations. Each change is one guarded write and one ledger entry, in one transaction. */
export interface DelegationStore {
  grant(delegation: StoredDelegation): Promise<void>;
  /**
   * Nothing happens when it is revoked or has ended. From the commit on nothing is claimed under it.
   *
   * @returns the delegation as it is now
   */
  revoke(options: {
    id: string;
    revokedBy: string;
    now: Date;
  }): Promise<StoredDelegation | undefined>;
  get(id: string): Promise<StoredDelegation | undefined>;
  /** The latest granted first. */
  list(options: {
    agentRef?: string;
    grantedBy?: string;
    state?: DelegationState;
    now: Date;
    /** Only what comes after this id. */
    after?: string;
    limit: number;
  }): Promise<StoredDelegation[]>;
  /**
   * Ends requests that can still run and were made under a delegation that has ended, each by one guarded update with
   * one entry of its own. Nothing hangs on it: they could not be executed anyway.
   *
   * @returns how many moved
   */
  voidRequests(options: { now: Date; limit: number }): Promise<number>;
}

/** Where a delegation stands at a moment. */
export function delegationState(
  delegation: Pick<StoredDelegation, 'revokedAt' | 'until'>,
  now: Date,
): DelegationState {
  if (delegation.revokedAt !== undefined) {
    return 'revoked';
  }
  return delegation.until <= now.toISOString() ? 'expired' : 'active';
}

/** Why nothing runs under it any more, in words; `undefined` while it is in force. */
export function whyEnded(
  delegation: StoredDelegation,
  now: Date,
): string | undefined {
  switch (delegationState(delegation, now)) {
    case 'revoked':
      return `${delegation.revokedBy} revoked the delegation it is done under.`;
    case 'expired':
      return `The delegation it is done under ended at ${delegation.until}.`;
    default:
      return undefined;
  }
}
