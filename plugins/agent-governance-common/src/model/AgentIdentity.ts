import { AgentKeyAlgorithm } from '../agent';

/** What an agent can prove itself with, and what it did prove itself with. @public */
export interface AgentIdentity {
  /** Entity ref. */
  agentRef: string;
  /** Those in its entity first, in its order; then those it no longer has, where their use is known. */
  keys: AgentKeyUse[];
  /** The same of who it is to other issuers. */
  identities: AgentIdentityUse[];
  signIns: SignInKnowledge;
}

/**
 * Whether the reader is told what was used when.
 *
 * - `known`: yes; what has no `use` was never used
 * - `hidden`: no, it is for its owners, administrators and auditors
 * - `unreachable`: nobody could say just now
 *
 * @public
 */
export interface SignInKnowledge {
  state: 'known' | 'hidden' | 'unreachable';
  /** Why, in words, where it is not known. */
  because?: string;
}

/** When something was signed in with. @public */
export interface SignInUse {
  /** ISO 8601. */
  firstAt: string;
  /** ISO 8601, to the minute. */
  lastAt: string;
  /** ISO 8601: until when the token is good that was given last. */
  tokenExpiresAt: string;
}

/** A key of an agent, by what identifies it. @public */
export interface AgentKeyUse {
  /** RFC 7638, base64url. */
  thumbprint: string;
  /** Absent where it is no longer in the entity. */
  algorithm?: AgentKeyAlgorithm;
  /** The name its owner gave it. */
  keyId?: string;
  /** Whether the entity names it: only then can it be signed in with. */
  isInEntity: boolean;
  use?: SignInUse;
}

/** Who an agent is to an issuer outside the portal. @public */
export interface AgentIdentityUse {
  /** The issuer's id in the configuration. */
  issuerId: string;
  /** The issuer itself: as configured, or as it was when this was used; absent where nobody knows it. */
  issuer?: string;
  subject: string;
  isInEntity: boolean;
  /** Whether the portal believes an issuer of that id, and it is the same one. */
  isBelieved: boolean;
  use?: SignInUse;
}
