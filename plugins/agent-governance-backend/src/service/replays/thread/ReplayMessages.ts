import { ReplayFlip } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PolicyManifest,
  ReplayTally,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { DecisionKey } from '../../../store/DecisionHistory';

/** What a thread needs to make decisions again. */
export interface ReplayGrounds {
  base: PolicyManifest;
  drafted: PolicyManifest;
  /** Of both, by digest. */
  texts: Record<string, string>;
  /** What was counted before. */
  tally: ReplayTally;
  /** How many more flips are to be handed back; the others are only counted. */
  room: number;
}

/** A recorded decision with what is kept of what it was made from. */
export interface ReplayItem extends DecisionKey {
  /** Bytes; absent where they are gone. */
  facts?: string;
  /** What was recorded of it; only of what was denied. */
  record?: string;
}

/** Some decisions, in their order. */
export interface ReplayBatch {
  items: ReplayItem[];
  /** Bytes by digest, of policy sets the thread has not been given before. */
  policySets: Record<string, string>;
  /** The policy sets of before are forgotten, and given again where they are needed. */
  forget: boolean;
}

export type ToReplayThread =
  | { kind: 'batch'; batch: ReplayBatch }
  | { kind: 'tally' };

export type FromReplayThread =
  | { kind: 'ready' }
  | { kind: 'compared'; flips: ReplayFlip[] }
  | { kind: 'tally'; tally: ReplayTally }
  | { kind: 'failed'; message: string };
