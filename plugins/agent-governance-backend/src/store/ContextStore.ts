import {
  ContextSignOff,
  JsonValue,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** What one source says of one fact type of one entity at present. */
export interface StoredClaim {
  /** The assertion that is the source's newest. */
  assertionId: string;
  factType: string;
  source: string;
  value: JsonValue;
  /** SHA-256 (hex) of the canonical value. */
  digest: string;
  sourceRevision?: string;
  observedAt: string;
  acquiredAt: string;
}

/** A sign-off as it is kept; whether it still counts depends on value and standing now. */
export type StoredSignOff = Omit<ContextSignOff, 'valid' | 'lapsedBecause'> & {
  /** When another value was reported. */
  lapsedAt?: string;
};

/** One statement of a report, checked and in its one spelling. */
export interface ReportedFact {
  /** Where it stood in the report, for error messages. */
  index: number;
  entityRef: string;
  factType: string;
  value: JsonValue;
  digest: string;
  sourceRevision?: string;
  observedAt: string;
}

/** What an agent fetched. */
export interface StoredSnapshot {
  id: string;
  agentRef: string;
  entityRef: string;
  digest: string;
  /** RFC 8785. */
  content: string;
  takenAt: string;
  expiresAt: string;
}

/** Keeps what is said about entities. Nothing said is ever overwritten. */
export interface ContextStore {
  /**
   * Records a report, all of it or nothing. What was said already, word for word, is left alone.
   *
   * @returns how many statements were new
   * @throws ConflictError naming the statement that is older than the source's last about it
   */
  report(options: {
    source: string;
    subject: string;
    facts: ReportedFact[];
    now: Date;
  }): Promise<number>;
  /**
   * Records a sign-off unless a source says something else than the value signed off.
   *
   * @returns false when one does, and nothing was recorded
   */
  signOff(signOff: StoredSignOff): Promise<boolean>;
  claims(options: {
    entityRef: string;
    factTypes?: string[];
  }): Promise<StoredClaim[]>;
  /** Newest first. */
  signOffs(options: {
    entityRef: string;
    factTypes?: string[];
  }): Promise<StoredSignOff[]>;
  saveSnapshot(snapshot: StoredSnapshot): Promise<void>;
  snapshot(id: string): Promise<StoredSnapshot | undefined>;
  /** @returns how many snapshots that expired before then are gone */
  deleteSnapshots(options: { expiredBefore: Date }): Promise<number>;
}
