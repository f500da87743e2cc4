import { FreezeScope } from './Freeze';

/** A calendar of the configuration that freezes are read from. @public */
export interface FreezeCalendar {
  id: string;
  /** What its events freeze. */
  scope: FreezeScope;
  /** Entity ref of the group or person who answers for it. */
  owner: string;
  /** The zone of times that name none. */
  zone: string;
  refreshSeconds: number;
  /**
   * `failing`: it could not be read the last time, and what it said before still holds. `stale`: that is too long ago,
   * so whether something else is frozen is not known. `unread`: it never could be read.
   */
  state: 'fresh' | 'failing' | 'stale' | 'unread';
  /** How many of its events are freezes that are not over. */
  events: number;
  /** What was wrong at the last try, event by event. */
  problems: string[];
  /** ISO 8601: when it was last read without a problem. */
  readAt?: string;
  /** ISO 8601: when it was last tried. */
  triedAt?: string;
}
