import type { FreezeAgreement } from './Freeze';

/** What is taken out of a freeze: what every given part says. At least one must be given. @public */
export interface FreezeExceptionScope {
  /** An entity the freeze covers, with everything that is part of it. */
  entityRef?: string;
  /** Action ids, `*` at the end standing for any text. */
  actions?: string[];
  /** Names of environments the freeze covers. */
  environments?: string[];
  /** Only this agent. */
  agentRef?: string;
}

/**
 * Leave to do something in spite of a freeze, for a time.
 *
 * It takes as many people as ending the freeze does, each with standing over it, and who asked is none of them. While
 * it is active the freeze does not count for what it takes out.
 *
 * @public
 */
export interface FreezeException {
  id: string;
  freezeId: string;
  scope: FreezeExceptionScope;
  /** ISO 8601. */
  from: string;
  /** ISO 8601, after `from`. */
  to: string;
  reason: string;
  /** Entity ref of a person. */
  requestedBy: string;
  /** `expired` when its time ran out, approved or not; `ended` when somebody refused it or ended it early. */
  state: 'requested' | 'active' | 'expired' | 'ended';
  approvals: FreezeAgreement;
  endedBy?: string;
  revision: number;
  createdAt: string;
}
