import type { FreezeException } from './FreezeException';
import { JsonObject } from './json';

/**
 * What a freeze covers: what every given part says, so more parts mean less.
 * An entity, a predicate over targets or an environment must be given; actions alone are no scope.
 *
 * @public
 */
export interface FreezeScope {
  /** A component, system, or any other target. A system covers everything that is part of it. */
  entityRef?: string;
  /** Filter predicate over catalog entities, as elsewhere in the portal: `{ 'spec.type': 'service' }`. */
  targets?: JsonObject;
  /** Action ids, `*` standing for any text: `deployments:*`. Absent means every action. */
  actions?: string[];
  /** Names of environments; absent means all of them. */
  environments?: string[];
}

/**
 * Stands where an entity is named that the reader may not read: something is there, but not what.
 *
 * @public
 */
export const MASKED_ENTITY_REF = 'masked:default/masked';

/**
 * When a freeze comes back, as RFC 5545 writes it.
 *
 * Starts are moments on the wall clocks of the zone. A start that the clocks skip is taken at the moment after, one
 * that they show twice at the first. An occurrence lasts until its duration has passed and the clocks show its end,
 * whichever is later, so that no change of clocks makes one shorter than it reads.
 *
 * @public
 */
export interface FreezeRecurrence {
  /** The value of an RRULE without its name: `FREQ=WEEKLY;BYDAY=FR`. The first start always counts. */
  rule: string;
  /** First start on the wall clock, ISO 8601 without offset: `2026-11-20T16:00`. */
  start: string;
  /** How long one occurrence lasts, ISO 8601: `PT8H`, `P2DT14H`. */
  duration: string;
  /** IANA name: `Europe/Berlin`. */
  zone: string;
  /** Starts that are left out; a date alone leaves out the whole day. */
  exdates?: string[];
}

/** One time a freeze is in force; half open, so not any more at `to`. @public */
export interface FreezeOccurrence {
  /** ISO 8601 in UTC. */
  from: string;
  /** ISO 8601 in UTC. */
  to: string;
}

/** Where a freeze was read from, where nobody set it by hand. @public */
export interface FreezeOrigin {
  /** Id of the configured calendar; absent for a file that somebody imported. */
  calendar?: string;
  /** UID of the event. */
  uid: string;
  /** RECURRENCE-ID, where the event replaces one occurrence of another. */
  recurrenceId?: string;
}

/** A time in which nothing may change in a scope. @public */
export interface Freeze {
  id: string;
  scope: FreezeScope;
  /** ISO 8601. Of the occurrence in force, else of the next, else of the last. */
  from: string;
  /** ISO 8601, after `from`, of the same occurrence. */
  to: string;
  /** Absent when it happens once. */
  recurrence?: FreezeRecurrence & {
    /** The same for people. */
    words: string;
  };
  reason: string;
  /** Entity ref of the group or person who answers for it. */
  owner: string;
  /** Entity ref of the person who set it, or `calendar:<id>` where a configured calendar did. */
  createdBy: string;
  origin?: FreezeOrigin;
  /** ISO 8601, when somebody ended it early, or its calendar took it back. */
  endedAt?: string;
  endedBy?: string;
  /** Who agreed to end it early, while more people are needed. */
  ending?: FreezeAgreement;
  /** Exceptions from it that are active now; absent when there are none. */
  exceptions?: FreezeException[];
  /** A recurring freeze between two occurrences is planned. */
  state: 'planned' | 'in-force' | 'over' | 'ended-early';
  revision: number;
  createdAt: string;
}

/** People who agreed to something that needs several. @public */
export interface FreezeAgreement {
  /** Entity refs of people. */
  agreedBy: string[];
  /** How many different people it takes. */
  required: number;
}
