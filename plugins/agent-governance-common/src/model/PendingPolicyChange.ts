import type { PolicyDocument } from '../policy/documents';
import { PolicyState } from './Policy';
import { PolicyChangeFinding } from './PolicyChangeJudgement';

/** How many of whom must agree to a change of a policy that may loosen. @public */
export interface PolicyChangeQuorum {
  /** Entity refs of groups and people; whoever belongs to one of them may vote. */
  from: string[];
  /** How many distinct people. */
  count: number;
}

/**
 * A change of a policy that may loosen, and waits for people. Until enough agree, what decided before decides; of a
 * policy that is new, nothing does.
 *
 * @public
 */
export interface PendingPolicyChange {
  /** Of this very change: from this text to that one. Another text is another change, with no votes. */
  id: string;
  /** `rejected`: somebody who may vote said no; it stays so until the catalog holds another text. */
  state: 'waiting' | 'rejected';
  /** ISO 8601. */
  proposedAt: string;
  /** Digest of the text that decides; absent where none does. */
  from?: string;
  /** Digest of the text that would; absent where none would. */
  to?: string;
  /** The text that would decide; absent where none would. */
  document?: PolicyDocument;
  /** What would become of the policy. */
  becomes: PolicyState | 'gone';
  /** Why, in one sentence or two. */
  because: string;
  /** Where the catalog has it from. Who changed it there, the catalog does not know. */
  originLocation?: string;
  /** Where it can be looked at and edited, as its entity says. */
  sourceUrl?: string;
  /** Why it may loosen. */
  findings: PolicyChangeFinding[];
  quorum: PolicyChangeQuorum;
  /** How many people may vote, counted now. Fewer than the quorum asks for: nobody can agree to it. */
  eligible: number;
  /** One for each person, the oldest first. */
  votes: PolicyChangeVote[];
  mayVote: { allowed: boolean; because: string };
  /** Whether whoever asks agreed already. They may still say no. */
  hasAgreed: boolean;
  /** Id of a replay of the last days with this change, if one was started. */
  replayId?: string;
}

/** @public */
export interface PolicyChangeVote {
  /** Entity ref of a person. */
  person: string;
  verdict: 'approve' | 'reject';
  /** ISO 8601. */
  at: string;
  comment?: string;
}
