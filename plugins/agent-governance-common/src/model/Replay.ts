import { Decision, DecisionReason, Verdict } from './Decision';
import { DraftedPolicy, PolicyDraft } from './PolicyDraft';
import type { PolicyProblem } from '../policy/PolicyProblem';

/**
 * Where a replay is.
 *
 * - `queued`: it waits for its turn.
 * - `running`: recorded decisions are being made again.
 * - `succeeded`: all of them were; the report is there.
 * - `cancelled`: a person stopped it. There is no report.
 * - `failed`: it could not be finished; `error` says why. There is no report.
 *
 * @public
 */
export type ReplayState =
  | 'queued'
  | 'running'
  | 'succeeded'
  | 'cancelled'
  | 'failed';

/** Which recorded decisions are made again. Every list that is left out means all. @public */
export interface ReplayScope {
  /** ISO 8601; decisions recorded at or after. */
  from: string;
  /** ISO 8601; decisions recorded before. */
  to: string;
  /** Entity refs. */
  agents?: string[];
  /** Action ids; one may end in `*` to stand for all that start so. */
  actions?: string[];
  /** Entity refs. */
  targets?: string[];
  /** Names. */
  environments?: string[];
}

/** A draft, tried on what agents really asked for. @public */
export interface Replay {
  id: string;
  title: string;
  /** Entity ref of the person; absent for one the portal made by itself. */
  createdBy?: string;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601; absent until it ended. */
  endedAt?: string;
  state: ReplayState;
  /** In recorded decisions. `total` is counted when it starts to run. */
  progress: { total: number; done: number };
  scope: ReplayScope;
  draft: PolicyDraft;
  /** What the draft comes to, policy by policy. */
  policies: DraftedPolicy[];
  /** Once it succeeded. */
  report?: ReplayReport;
  /** Why it failed. One sentence. */
  error?: string;
  /** Whether the person asking may stop it. */
  mayCancel: boolean;
  /** Grows with everything that can be seen of it. */
  revision: number;
}

/**
 * How a verdict under the draft differs from the one under the policies that decide.
 *
 * - `loosened`: from deny to hold or allow, or from hold to allow.
 * - `tightened`: the other way.
 * - `checkpoint`: held both times, and others are asked, or otherwise.
 *
 * @public
 */
export type ReplayFlipKind = 'loosened' | 'tightened' | 'checkpoint';

/**
 * Why a recorded decision could not be made again. It is counted, and nothing is assumed about it.
 *
 * - `facts-gone`: its facts are no longer stored.
 * - `facts-altered`: what is stored is not what its digest stands for.
 * - `facts-version`: its facts are of a version that is not read any more.
 * - `policy-set-gone`: what else was decided with is no longer stored.
 * - `policy-set-altered`: what is stored is not what its digest stands for.
 * - `portal-rules`: the portal's policy answered with rules that are not there any more, or ask something else now.
 * - `unreadable`: the record of the decision cannot be read.
 *
 * @public
 */
export type NotReplayableBecause =
  | 'facts-gone'
  | 'facts-altered'
  | 'facts-version'
  | 'policy-set-gone'
  | 'policy-set-altered'
  | 'portal-rules'
  | 'unreadable';

/** How often something is in a replay, and what became of it. @public */
export interface ReplayCount {
  /** An entity ref, an action id, or a word. */
  key: string;
  /** Decisions that were made again. By policy: those that it had something to say about, now or under the draft. */
  replayed: number;
  loosened: number;
  tightened: number;
  /** Held both times, by others or otherwise. */
  checkpoint: number;
}

/** Counts by one thing, those with the most flips first. @public */
export interface ReplayCounts {
  items: ReplayCount[];
  /** The rest together; absent where all are listed. */
  others?: Omit<ReplayCount, 'key'> & { keys: number };
}

/**
 * What a draft would change. The same recorded decisions, policies and draft give the same report, byte for byte.
 *
 * @public
 */
export interface ReplayReport {
  schemaVersion: 1;
  scope: ReplayScope;
  /** Digest of the policies that decided when the replay was started. */
  base: string;
  /** Digest of the policies under the draft. */
  drafted: string;
  engineVersion: string;
  rulesVersion: string;
  /** Recorded decisions in scope, as far as they may be seen. */
  decisions: number;
  /** Those that could be made again. */
  replayed: number;
  /** The rest. */
  notReplayable: Array<{ because: NotReplayableBecause; count: number }>;
  /** Verdicts under the policies that decide and under the draft; `hold` to `hold`: others are asked, or otherwise. */
  flips: Array<{ from: Verdict; to: Verdict; count: number }>;
  loosened: number;
  tightened: number;
  checkpoint: number;
  /** Not the draft's doing: what was recorded, and what the policies that decide now say. */
  drift: Array<{ from: Verdict; to: Verdict; count: number }>;
  /** Of those that were made again, how many had been decided with other versions of the portal's rules. */
  otherRules: number;
  byAgent: ReplayCounts;
  /** By owner of the target; `unknown` where it was not known. */
  byTeam: ReplayCounts;
  byAction: ReplayCounts;
  /** Only the policies of the draft. */
  byPolicy: ReplayCounts;
  /** `proposal`, `review`, `effect`: one request is decided at each. */
  byPurpose: ReplayCounts;
  /** SHA-256 (hex) of all of the above. */
  digest: string;
}

/** One of the two verdicts of a flip. @public */
export interface ReplayVerdict {
  verdict: Verdict;
  reason: DecisionReason;
  because: string;
  /** Who would have to look, in words; one for each checkpoint. */
  asks: string[];
}

/** A recorded decision that the draft would turn. @public */
export interface ReplayFlip {
  decisionId: string;
  requestId: string;
  /** ISO 8601. */
  decidedAt: string;
  purpose: Decision['purpose'];
  agentRef: string;
  /** Owner of the target, an entity ref; absent where it was not known. */
  team?: string;
  actionId: string;
  targetRef: string;
  environment: string;
  kind: ReplayFlipKind;
  /** What was decided. */
  recorded: Verdict;
  /** Under the policies that decide. */
  before: ReplayVerdict;
  /** Under the draft. */
  after: ReplayVerdict;
  /** Entity refs of the draft's policies that had something to say, now or under the draft. */
  policies: string[];
}

/** A page of flips. @public */
export interface ReplayFlips {
  items: ReplayFlip[];
  nextCursor?: string;
  /** Flips are kept up to a number; how many are not, where some are not. All are counted in the report. */
  notKept?: number;
}

/** Why a replay cannot be started: what is wrong with its draft. @public */
export interface DraftProblems {
  problems: PolicyProblem[];
}
