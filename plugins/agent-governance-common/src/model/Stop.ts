/** What a stop can brake. @public */
export const STOP_KINDS = ['agent', 'target', 'action', 'everything'] as const;

/** @public */
export type StopKind = (typeof STOP_KINDS)[number];

/**
 * What a stop brakes.
 *
 * - `agent`: everything that agent does, or with `on` only what it does to one entity
 * - `target`: whatever any agent does to that entity, or to anything that is part of it
 * - `action`: that action, whoever runs it on whatever
 * - `everything`: all agents, all actions, all targets
 *
 * @public
 */
export type StopScope = {
  kind: StopKind;
  /** Entity ref of the agent or target, or id of the action; absent for everything. */
  ref?: string;
  /** Only with `agent`: the entity to which the stop is confined, with anything that is part of it. */
  on?: string;
};

/** A stop in force over the agent, the action or the target. @public */
export type StopFactValue = {
  id: string;
  scope: StopScope;
  /** Why it was pulled, in the words of whoever did. */
  reason: string;
  /** Entity ref of a person. */
  pulledBy: string;
  /** ISO 8601. */
  pulledAt: string;
};

/** A brake a person pulled. It is in force until enough people release it. @public */
export interface Stop {
  id: string;
  scope: StopScope;
  reason: string;
  /** Entity ref of a person. */
  pulledBy: string;
  /** ISO 8601. */
  pulledAt: string;
  state: 'in-force' | 'released';
  /** Grows when it is pulled again while its release is under way: what was agreed to before is void. */
  revision: number;
  release: StopRelease;
  /** ISO 8601. */
  releasedAt?: string;
}

/** How far the release of a stop has come. @public */
export interface StopRelease {
  /** How many people must agree; whoever pulled it may be one of them. */
  quorum: number;
  /** Who agreed, oldest first. They are looked at again when the last of them agrees. */
  approvals: StopApproval[];
}

/** One person's agreement to release a stop. @public */
export interface StopApproval {
  id: string;
  /** Entity ref of a person. */
  approvedBy: string;
  comment?: string;
  /** ISO 8601. */
  approvedAt: string;
}

/** A stop as one person sees it who might release it. @public */
export interface StopDetails extends Stop {
  /** Whether the person who asks may agree to its release now, and if not, why. */
  mayRelease: { allowed: boolean; because: string };
  /** How many people could agree at this moment. Fewer than the quorum: nobody can release it until that changes. */
  eligible: number;
}

/** @public */
export interface PullStopInput {
  scope: StopScope;
  /** Plain text, up to 500 characters. */
  reason: string;
}

/** @public */
export interface ReleaseStopInput {
  /** Of the stop as the person saw it. */
  revision: number;
  /** Plain text, up to 500 characters. */
  comment?: string;
}

/** What pulling a stop would do at this moment, for somebody who is about to. @public */
export interface StopPreview {
  /** Whether the person who asks may pull it, and through what; if not, who may. */
  allowed: boolean;
  because: string;
  /** A stop of exactly this scope that is in force. */
  inForce?: Stop;
  /** Only for those who may. */
  impact?: StopImpact;
}

/** Open requests that a stop covers. @public */
export interface StopImpact {
  /** Held: they end as stopped. */
  held: number;
  /** Authorised and not begun: they end as stopped. */
  authorised: number;
  /** Executing, and cut off. */
  cutOff: number;
  /** Executing, and left to finish: cut off, nobody could tell whether they happened. */
  finishing: number;
}
