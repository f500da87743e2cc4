import { Freeze, FreezeOccurrence } from './Freeze';
import { FreezeException } from './FreezeException';

/** What is in force when. @public */
export interface FreezeAgenda {
  /** ISO 8601: the window that was asked for. */
  from: string;
  to: string;
  freezes: Freeze[];
  /** By start; of the freezes above. */
  occurrences: Array<FreezeOccurrence & { freezeId: string }>;
  /** There are more than could be listed: what is missing here may still be frozen. */
  truncated: boolean;
}

/** What a freeze covers, as far as the person asking may read it. @public */
export interface FreezeCoverage {
  /** It names no entity and no predicate: everything in its environments. */
  everything: boolean;
  entities: Array<{ entityRef: string; owner?: string }>;
  /** Everybody who owns something of it, once. */
  owners: string[];
  /** Whether these are all. */
  complete: boolean;
}

/** A freeze with everything around it. @public */
export interface FreezeDetails {
  freeze: Freeze;
  /** The next occurrences, the present one not among them. */
  next: FreezeOccurrence[];
  coverage: FreezeCoverage;
  /** The latest asked for first. */
  exceptions: FreezeException[];
  /** Whether the person asking may end it and approve exceptions; absent for agents and services. */
  permission?: { allowed: boolean; because: string };
}

/** What would be set. @public */
export interface FreezePreview {
  /** What it would cover, in words. */
  scope: string;
  /** When it would come back, in words. */
  words?: string;
  /** The first that are not over. */
  occurrences: FreezeOccurrence[];
  coverage: FreezeCoverage;
  permission: { allowed: boolean; because: string };
}

/** One event of a calendar, and what becomes of it. @public */
export interface FreezeImportEvent {
  /** Where it stands in the file, from 1. */
  position: number;
  uid?: string;
  /** RECURRENCE-ID, where it replaces one occurrence. */
  recurrenceId?: string;
  title: string;
  /**
   * `new` is set; `known` was imported before and says the same; `over` and `cancelled` freeze nothing; `refused` cannot
   * be read, and as long as one is, none is set.
   */
  outcome: 'new' | 'known' | 'over' | 'cancelled' | 'refused';
  /** Why it is refused. */
  problem?: string;
  /** ISO 8601: of the first occurrence. */
  from?: string;
  to?: string;
  /** When it comes back, in words. */
  words?: string;
}

/** @public */
export interface FreezeImport {
  events: FreezeImportEvent[];
  /** Whether freezes were set. */
  applied: boolean;
}
