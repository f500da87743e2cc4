import {
  Freeze,
  FreezeExceptionScope,
  FreezeOrigin,
  FreezeRecurrence,
  FreezeScope,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** A freeze as it is kept: where it stands depends on the time it is looked at. */
export interface StoredFreeze {
  id: string;
  scope: FreezeScope;
  /** The first start. */
  from: string;
  /** The last end; absent when it comes back for ever. */
  to?: string;
  recurrence?: FreezeRecurrence;
  reason: string;
  owner: string;
  createdBy: string;
  origin?: FreezeOrigin;
  /** SHA-256 (hex) of what the event it was read from says. */
  eventDigest?: string;
  /** People who agreed to end it, while more are needed. */
  endAgreements?: EndAgreement[];
  endedAt?: string;
  endedBy?: string;
  revision: number;
  createdAt: string;
}

/** A person's word that a freeze should end. */
export interface EndAgreement {
  person: string;
  at: string;
}

/** An exception as it is kept: it may have run out since. */
export interface StoredFreezeException {
  id: string;
  freezeId: string;
  scope: FreezeExceptionScope;
  from: string;
  to: string;
  reason: string;
  requestedBy: string;
  state: 'requested' | 'active' | 'ended';
  approvedBy: string[];
  required: number;
  endedBy?: string;
  revision: number;
  createdAt: string;
}

/** A freeze that may be in force, with every exception from it that is. */
export interface FreezeInReach {
  freeze: StoredFreeze;
  exceptions: StoredFreezeException[];
}

/** How reading a calendar went. */
export interface StoredCalendar {
  id: string;
  /** When it was last read without a problem. */
  readAt?: string;
  triedAt: string;
  /** How many of its events are freezes that are not over. */
  events: number;
  problems: string[];
  etag?: string;
  revision: number;
}

/** Keeps freezes. Each change is one guarded write and one ledger entry, in one transaction. */
export interface FreezeStore {
  /** All of them or, where one fails, none. */
  create(freezes: StoredFreeze[]): Promise<void>;
  /**
   * Records that a person agrees to end a freeze, and ends it where that makes enough. Nothing happens when it is
   * ended or over, or has another revision.
   *
   * @param options - `agreements`: everybody whose word counts, this person among them
   * @returns the freeze as it is now
   */
  end(options: {
    id: string;
    revision: number;
    endedBy: string;
    agreements: EndAgreement[];
    required: number;
    comment?: string;
    now: Date;
  }): Promise<StoredFreeze | undefined>;
  get(id: string): Promise<StoredFreeze | undefined>;
  /**
   * Every freeze that is not ended and within whose first start and last end the moment lies, with the exceptions that
   * are active at it. One read; of a recurring freeze it remains to be seen whether it is in force.
   */
  inReach(now: Date): Promise<FreezeInReach[]>;
  /** Those within whose first start and last end a part of the window lies, the first to begin first. */
  between(options: {
    from: Date;
    to: Date;
    /** Only what covers one of these entities, or names none. */
    covering?: string[];
    /** Also those that were ended. */
    ended: boolean;
    limit: number;
  }): Promise<StoredFreeze[]>;
  /**
   * The latest set first. Of recurring freezes it remains to be seen whether they are planned or in force: they are
   * listed as either.
   */
  list(options: {
    covering?: string[];
    state?: Array<Freeze['state']>;
    now: Date;
    /** Only what comes after this id. */
    after?: string;
    limit: number;
  }): Promise<StoredFreeze[]>;
  /** Those that were read from events with these UIDs and are neither ended nor over. */
  byEvent(options: { uids: string[]; now: Date }): Promise<StoredFreeze[]>;

  ask(exception: StoredFreezeException): Promise<void>;
  /**
   * Records that a person approves an exception; it is active where that makes enough. Nothing happens when it is
   * decided, has run out, or has another revision.
   *
   * @param options - `approvedBy`: everybody whose word counts, this person among them
   */
  approve(options: {
    id: string;
    freezeId: string;
    revision: number;
    person: string;
    approvedBy: string[];
    comment?: string;
    now: Date;
  }): Promise<StoredFreezeException | undefined>;
  /** Ends an exception, or refuses one that was asked for. */
  endException(options: {
    id: string;
    freezeId: string;
    revision: number;
    endedBy: string;
    comment?: string;
    now: Date;
  }): Promise<StoredFreezeException | undefined>;
  exception(id: string): Promise<StoredFreezeException | undefined>;
  /** The latest asked for first. */
  exceptions(freezeIds: string[]): Promise<StoredFreezeException[]>;

  calendars(): Promise<StoredCalendar[]>;
  /**
   * Makes what a calendar says the freezes that come from it: new events are set, those that are gone are ended, one
   * that says something else is ended and set anew. All of it or, where somebody else read the calendar meanwhile, none.
   *
   * @returns whether anything was written
   */
  takeOver(options: {
    calendar: StoredCalendar;
    /** Every event that is not over. */
    freezes: StoredFreeze[];
    now: Date;
  }): Promise<boolean>;
  /** Notes that a calendar was read and said the same, or could not be read. */
  noteCalendar(calendar: StoredCalendar): Promise<boolean>;
}
