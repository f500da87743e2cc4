import { StopScope } from '@agentgov/backstage-plugin-agent-governance-common';

/** A stop as it is kept. */
export interface StoredStop {
  id: string;
  scope: StopScope;
  reason: string;
  pulledBy: string;
  /** ISO 8601. */
  pulledAt: string;
  /** How many people must agree to release it: what was configured when it was pulled. */
  quorum: number;
  /** Grows when it is pulled again; only approvals of the present round count. */
  round: number;
  /** ISO 8601. */
  releasedAt?: string;
  revision: number;
}

/** Keeps stops. Each change is one guarded write and one ledger entry, in one transaction. */
export interface StopStore {
  /**
   * Stops in force that may concern an agent running an action: whatever is about these two or about
   * everything, and all that are about targets, which only the catalog can tell apart.
   */
  inForce(options: {
    agentRef: string;
    actionId: string;
  }): Promise<StoredStop[]>;
}
