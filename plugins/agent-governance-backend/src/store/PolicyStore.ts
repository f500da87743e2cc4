import {
  CheckpointCensus,
  PolicyOrder,
  PolicyStanding,
  PolicyState,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  DocumentLevel,
  HeldScope,
  PolicyDocument,
  PolicyProblem,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';

import { OutboxMessage } from './operations/enqueue';
import { ChangeJudgement, PendingChange } from './PolicyChangeStore';

/** One policy, as it was found in the catalog and as it decides. */
export interface StoredPolicy {
  /** Entity ref. */
  ref: string;
  /** `gone`: neither in the catalog nor deciding; kept so that its story goes on where it comes back. */
  state: PolicyState | 'gone';
  /** As what it decides; absent when it does not. */
  standing?: PolicyStanding;
  title: string;
  /** Entity ref; of the text that decides, where one does. */
  owner?: string;
  level?: DocumentLevel;
  mode?: PolicyDocument['mode'];
  /** Names the text that decides. */
  textDigest?: string;
  /** Names what the catalog held when it was last looked at. */
  sourceDigest?: string;
  /** What is held, because no text of it was ever good. */
  heldScope?: HeldScope;
  /** Why it is in this state, for people. */
  because: string;
  /** What is wrong with what the catalog holds. */
  problems: PolicyProblem[];
  /** Whether there are people enough for what its text asks. */
  checkpoints: CheckpointCensus[];
  originLocation?: string;
  entityUid?: string;
  /** Where its entity says that it can be looked at. */
  sourceUrl?: string;
  /** A change of it that waits for people, or that they rejected. */
  pending?: PendingChange;
  /** Grows with everything that is written about it. */
  revision: number;
  /** When something about how it decides changed last, ISO 8601. */
  changedAt: string;
}

/** A policy without what storing it decides. */
export type PolicyNow = Omit<StoredPolicy, 'revision' | 'changedAt'>;

/** A policy text, or a list of them, by the digest it is known under. */
export interface PolicyText {
  digest: string;
  kind: 'policy' | 'policy-source' | 'policy-manifest';
  /** RFC 8785. */
  bytes: string;
}

/** Which policies decide, all of one moment. */
export interface StoredPolicySet {
  revision: number;
  /** When the catalog's policies were last listed completely, ISO 8601; absent before the first time. */
  listedAt?: string;
  /** Those that decide. */
  policies: StoredPolicy[];
}

/**
 * Keeps policies. Each change of how one decides is one guarded write and one ledger entry, in one transaction,
 * and no execution is claimed afterwards that was decided without it.
 */
export interface PolicyStore {
  /** All there are and were, also those that are gone. */
  all(): Promise<StoredPolicy[]>;
  get(ref: string): Promise<StoredPolicy | undefined>;
  /** In an order, from after one ref on; none that are gone. */
  list(query: {
    level?: string;
    owner?: string;
    state?: PolicyState[];
    /** Part of title or ref, letter case aside. */
    text?: string;
    /** By ref if not given. */
    order?: PolicyOrder;
    /** Only those of which a change waits. */
    pending?: boolean;
    after?: string;
    limit: number;
  }): Promise<StoredPolicy[]>;

  /**
   * Writes a policy, if it still is as `before`.
   *
   * @param change - `texts`: kept from now on, whatever becomes of the policy; `judgement`: what was made of it, where
   *   changes are asked about; `messages`: sent after commit, where a change begins to wait
   * @returns whether it was written; otherwise somebody else was first
   */
  save(change: {
    before: StoredPolicy | undefined;
    after: PolicyNow;
    texts: PolicyText[];
    judgement?: ChangeJudgement;
    messages?: OutboxMessage[];
    now: Date;
  }): Promise<boolean>;
  /**
   * Ends what a vanished policy still decides, if it has this revision.
   *
   * @returns the policy as it was until now; `undefined` when there was nothing to confirm
   */
  confirm(options: {
    ref: string;
    revision: number;
    confirmedBy: string;
    /** Through which group, for people. */
    standing: string;
    comment?: string;
    judgement?: ChangeJudgement;
    now: Date;
  }): Promise<StoredPolicy | undefined>;

  /** One indexed read: says whether what was loaded is still what decides. */
  setRevision(): Promise<{ revision: number; listedAt?: string }>;
  /** All that decides, of one moment. */
  current(): Promise<StoredPolicySet>;
  /** Texts by digest; those that are not kept are left out. */
  texts(digests: string[]): Promise<Map<string, string>>;
  keepTexts(texts: PolicyText[], now: Date): Promise<void>;

  /** Takes the turn to list the catalog's policies; of all replicas one gets it in each interval. */
  takeTurn(options: { everyMs: number; isUrgent?: boolean }): Promise<boolean>;
  /** The catalog's policies have been listed completely, and everything that was found is written. */
  listed(at: Date): Promise<void>;
}
