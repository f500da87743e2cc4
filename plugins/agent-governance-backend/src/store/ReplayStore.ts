import {
  DraftedPolicy,
  PolicyDraft,
  Replay,
  ReplayFlip,
  ReplayReport,
  ReplayScope,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PolicyManifest,
  ReplayTally,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import type { DatabaseReplayStore } from './DatabaseReplayStore';

/** A replay as it is kept. */
export interface StoredReplay {
  id: string;
  title: string;
  /** Entity ref of the person; absent for one the portal made. */
  createdBy?: string;
  /** Entity refs of people and groups who may see one the portal made. */
  audience?: string[];
  state: Replay['state'];
  scope: ReplayScope;
  draft: PolicyDraft;
  policies: DraftedPolicy[];
  /** Names the policies that decided when it was started. */
  baseDigest: string;
  /** Absent until it began to run. */
  total?: number;
  done: number;
  report?: ReplayReport;
  error?: string;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601. */
  endedAt?: string;
  revision: number;
}

/** Agents and targets whose decisions are looked at. */
export interface VisibleEntities {
  agents: string[];
  targets: string[];
}

/** The policies under a draft: what they are, and the texts that only they have. */
export interface DraftedSet {
  digest: string;
  manifest: PolicyManifest;
  /** By digest. */
  texts: Record<string, string>;
}

/** How far a replay has come: everything it takes to go on from there. */
export interface ReplayProgress {
  /** The last decision that was counted. */
  cursor?: { at: string; id: string };
  done: number;
  total: number;
  tally: ReplayTally;
  /** How many flips are kept. */
  kept: number;
}

/** A replay that is this process's to run, until its lease runs out. */
export interface ReplayClaim {
  replay: StoredReplay;
  leaseToken: string;
  drafted: DraftedSet;
  /** Absent: all. */
  visible?: VisibleEntities;
  /** Absent where it begins. */
  progress?: ReplayProgress;
}

/** Which flips somebody looks at. */
export interface FlipFilter {
  agent?: string;
  team?: string;
  action?: string;
  policy?: string;
  kind?: ReplayFlip['kind'];
  from?: string;
  to?: string;
}

/** A flip and its place in the order. */
export interface StoredFlip {
  seq: number;
  flip: ReplayFlip;
}

/** What services may ask of the store of replays; each method is documented where it is honoured. */
export type ReplayStore = Pick<DatabaseReplayStore, keyof DatabaseReplayStore>;
