import {
  PolicyChangeFinding,
  PolicyChangeVote,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { DocumentLevel } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { PolicyNow, StoredPolicy } from './PolicyStore';

/** Whose agreement a change asks for. */
export interface ChangeQuorum {
  levels: DocumentLevel[];
  /** Entity refs of groups and people. */
  from: string[];
  count: number;
}

/** A change of a policy that may loosen, beside what decides until people agree. */
export interface PendingChange {
  /** Of this very change; votes are bound to it. */
  id: string;
  state: 'waiting' | 'rejected';
  /** ISO 8601. */
  proposedAt: string;
  /** Digest of the text that decides, or decided last; absent for none. */
  from?: string;
  /** Digest of the text that would; absent for none. */
  to?: string;
  findings: PolicyChangeFinding[];
  quorum: ChangeQuorum;
  /** What the policy would be. */
  proposed: Omit<PolicyNow, 'pending'>;
  /** Id of a replay of the last days with this change. */
  replayId?: string;
}

/**
 * What was made of a change that takes effect, where changes are asked about: it does not loosen, it is new in a portal
 * that is being filled, it follows from the portal's configuration, or enough people agreed.
 */
export interface ChangeJudgement {
  quorum: ChangeQuorum;
  judged: 'does-not-loosen' | 'adopted' | 'configuration' | 'approved';
  /** With `approved`: which change, and which votes counted. */
  changeId?: string;
  votesCounted?: string[];
}

/** A vote as it is kept. */
export interface StoredVote extends PolicyChangeVote {
  id: string;
  changeId: string;
}

/** One person's word on a change, exactly as they saw it. */
export interface NewVote {
  ref: string;
  /** Of the policy. */
  revision: number;
  changeId: string;
  person: string;
  /** Through which group, for people. */
  standing: string;
  comment?: string;
  now: Date;
}

/** Since when changes wait for whom, and until when new policies are taken as they come. */
export interface ChangeRules {
  quorum?: ChangeQuorum;
  /** ISO 8601; absent: until policies were listed completely once. */
  adoptsUntil?: string;
}

/** Keeps who agreed to changes of policies. */
export interface PolicyChangeStore {
  /**
   * Says which changes wait from now on. Another than before is on record.
   *
   * @returns the rules in force, and whether new policies are taken as they come
   */
  governChanges(options: {
    quorum?: ChangeQuorum;
    adoptWithinMs: number;
    now: Date;
  }): Promise<{ adopts: boolean }>;
  /** By change, the oldest first. */
  votes(changeIds: string[]): Promise<Map<string, StoredVote[]>>;
  /**
   * Records that one person agrees; nothing takes effect by it.
   *
   * @returns `false` when the policy or its change is not as they saw it
   * @throws the database's unique violation when the person voted before
   */
  approveChange(vote: NewVote): Promise<boolean>;
  /**
   * Ends a change: what decides goes on deciding.
   *
   * @returns `false` when the policy or its change is not as they saw it
   */
  rejectChange(vote: NewVote): Promise<boolean>;
  /**
   * Lets a change decide that enough people agreed to.
   *
   * @returns `undefined` when it is not as it was any more
   */
  applyChange(options: {
    policy: StoredPolicy;
    /** Ids of the votes of distinct people who have standing now. */
    votesCounted: string[];
    now: Date;
  }): Promise<true | undefined>;
  /** Notes which replay shows what a change would do. No revision: it changes nothing that anybody voted on. */
  attachReplay(options: {
    ref: string;
    changeId: string;
    replayId: string;
  }): Promise<void>;
}
