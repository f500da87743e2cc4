import { StopScope } from '@agentgov/backstage-plugin-agent-governance-common';
import type { DatabaseStopStore } from './DatabaseStopStore';

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
  /** Grows when it is pulled again; only approvals of the present one count. */
  revision: number;
  /** ISO 8601. */
  releasedAt?: string;
}

/** Which open requests a stop covers, in terms of what their rows hold. */
export interface StopReach {
  scope: StopScope;
  /** For a stop about or confined to an entity: the targets that are it, or part of it. */
  targetRefs?: string[];
}

/** What services may ask of the store of stops; each method is documented where it is honoured. */
export type StopStore = Pick<DatabaseStopStore, keyof DatabaseStopStore>;
