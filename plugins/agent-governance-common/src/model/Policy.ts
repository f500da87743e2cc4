import type { DocumentLevel, PolicyDocument } from '../policy/documents';
import type { PolicyProblem } from '../policy/PolicyProblem';
import { PolicyStanding } from './Decision';
import { JsonObject } from './json';
import { PolicyLately } from './PolicyEffects';
import { PendingPolicyChange } from './PendingPolicyChange';

/**
 * What became of a policy of the catalog.
 *
 * - `enforcing`: it decides.
 * - `shadow`: it is evaluated and recorded, and counts for nothing.
 * - `untrusted`: it comes from a place the portal does not trust with it, and counts for nothing.
 * - `out-of-authority`: its owner may not speak at its level, and it counts for nothing.
 * - `broken`: it cannot be understood. Its last good text decides, or, where there is none, what its owner could speak
 *   about is held.
 * - `vanished`: it is gone from the catalog, or its name is used from elsewhere. What it forbids or holds, it still does,
 *   until somebody with its level's authority confirms that it is gone; it allows nothing any more.
 * - `proposed`: it would allow something, and nothing of it decides until enough people agree.
 *
 * @public
 */
export type PolicyState =
  | 'enforcing'
  | 'shadow'
  | 'untrusted'
  | 'out-of-authority'
  | 'broken'
  | 'vanished'
  | 'proposed';

/** A policy of the catalog, as lists show it. @public */
export interface PolicySummary {
  /** Entity ref. */
  ref: string;
  title: string;
  state: PolicyState;
  /** Why it is in this state, in one sentence or two. */
  because: string;
  /** As what it decides; absent when it does not. */
  standing?: PolicyStanding;
  /** Entity ref; absent where it cannot be read. Of the text that decides, where one does. */
  owner?: string;
  /** Absent where it cannot be read. */
  level?: DocumentLevel;
  /** Absent where it cannot be read. */
  mode?: PolicyDocument['mode'];
  /** SHA-256 (hex) of the text that decides. */
  digest?: string;
  /** How many things are wrong with what the catalog holds. */
  problemCount: number;
  /** How many of its checkpoints nobody could satisfy: what they hold is denied. */
  unsatisfiableCount: number;
  /** When it changed last how it decides, ISO 8601. */
  changedAt: string;
  /** What it decided in the last seven days, or would have; absent where nobody asked. */
  lately?: PolicyLately;
  /** To be given back where something is confirmed about it. */
  revision: number;
  /** Whether a change of it waits for people to agree, because it may loosen. */
  pending: boolean;
}

/** Whether there are people enough for a checkpoint of a policy, counted a minute ago at most. @public */
export interface CheckpointCensus {
  /** Name of the rule that asks. */
  rule: string;
  /** `unknown` where it depends on who owns the target. */
  satisfiable: boolean | 'unknown';
  anyOf: Array<{
    satisfiable: boolean | 'unknown';
    /** Why nobody could, in words. */
    because?: string;
    allOf: Array<{
      from: string;
      count: number;
      /** How many there are; absent where it depends on the target. */
      people?: number;
    }>;
  }>;
}

/** The ledger's entries about a policy. @public */
export type PolicyChangeType =
  | 'policy.changed'
  | 'policy.confirmed'
  | 'policy.change-proposed'
  | 'policy.change-withdrawn'
  | 'policy.change-approved'
  | 'policy.change-rejected';

/** What happened to a policy, from the ledger. @public */
export interface PolicyChange {
  /** Id of the ledger entry. */
  entryId: string;
  /** ISO 8601. */
  at: string;
  type: PolicyChangeType;
  /** Digests of the texts that decided before and after, or would; absent for none. */
  before?: string;
  after?: string;
  /** Its state afterwards, or as it would be; `gone` for one that is neither in the catalog nor deciding. */
  state: PolicyState | 'gone';
  /** The mode of the texts; absent for none. */
  modeBefore?: PolicyDocument['mode'];
  modeAfter?: PolicyDocument['mode'];
  /** Where the catalog had it from. Who changed it there, the catalog does not know. */
  originLocation?: string;
  /** Where it could be looked at and edited, as its entity said. */
  sourceUrl?: string;
  /** Names of what changed: `text`, `state`, `owner`, … */
  changed: string[];
  /** Entity ref of the person who confirmed. */
  confirmedBy?: string;
  /** Entity ref of the person who voted. */
  votedBy?: string;
  /** Which change was proposed, withdrawn, voted on or approved. */
  changeId?: string;
  /** How many people agreed to it; only where that was needed. */
  approvals?: number;
  /** Why it took effect without anybody's vote although votes are asked for: it does not loosen, or it was there first. */
  judged?: 'does-not-loosen' | 'adopted' | 'configuration' | 'approved';
  comment?: string;
}

/** Everything there is to know about one policy of the catalog. @public */
export interface PolicyDetail extends PolicySummary {
  /** What decides; absent where nothing does. */
  document?: PolicyDocument;
  /**
   * What the catalog holds of it, as an entity: version, kind, name, title and spec. Absent where it was not read, for what
   * comes from a place that is not trusted, and where the catalog holds it no more.
   */
  source?: JsonObject;
  /** What is wrong with what the catalog holds. */
  problems: PolicyProblem[];
  /** What its author should think about again. */
  warnings: PolicyProblem[];
  checkpoints: CheckpointCensus[];
  /** How far its owner's authority reaches, in words. */
  authority: string;
  /** Where the catalog has it from. */
  originLocation?: string;
  /** Entity refs of the groups and people who may confirm that it is gone; empty unless it is vanished. */
  confirmers: string[];
  /** Whether the caller may confirm that. */
  mayConfirm: boolean;
  /** The newest first. */
  changes: PolicyChange[];
  /** A change that waits, or that was rejected and still stands in the catalog. */
  pendingChange?: PendingPolicyChange;
}
