import {
  Freeze,
  FreezeAgenda,
  FreezeCalendar,
  FreezeDetails,
  FreezeException,
  FreezeExceptionScope,
  FreezeImport,
  FreezePreview,
  FreezeRecurrence,
  FreezeScope,
} from '../model';
import { Page, PageOptions } from './Page';

/** @public */
export interface ListFreezesOptions extends PageOptions {
  /** Freezes that cover this entity (its own, its system's, environment-wide ones). */
  covering?: string;
  state?: Array<Freeze['state']>;
}

/** @public */
export interface FreezeAgendaOptions {
  /** ISO 8601 with offset or Z. */
  from: string;
  /** At most 93 days after `from`. */
  to: string;
  covering?: string;
}

/** Either `from` and `to`, or `recurrence`. @public */
export interface CreateFreezeInput {
  scope: FreezeScope;
  /** ISO 8601 with offset or Z. */
  from?: string;
  to?: string;
  recurrence?: FreezeRecurrence;
  reason: string;
  /** Entity ref; the person's own when absent. */
  owner?: string;
}

/** @public */
export interface ImportFreezesInput {
  /** The text of an iCalendar file. */
  ics: string;
  /** What its events freeze. */
  scope: FreezeScope;
  /** IANA name: the zone of times that name none. */
  zone: string;
  /** Entity ref; the person's own when absent. */
  owner?: string;
  /** Sets the freezes; without it, only says what would be set. Nothing is set while one event is refused. */
  apply?: boolean;
}

/** @public */
export interface AskFreezeExceptionInput {
  scope: FreezeExceptionScope;
  /** ISO 8601 with offset or Z. */
  from: string;
  /** At most 31 days after `from`. */
  to: string;
  reason: string;
}

/** What a person saw, and what they add. @public */
export interface FreezeStepInput {
  /** Another one is a 409. */
  revision: number;
  comment?: string;
}

/** Freezes, exceptions from them and the calendars they come from. @public */
export interface FreezesApi {
  listFreezes(options?: ListFreezesOptions): Promise<Page<Freeze>>;
  /** What is in force when, in a window of at most 93 days. */
  getFreezeAgenda(options: FreezeAgendaOptions): Promise<FreezeAgenda>;
  /** A freeze with what it covers, when it comes next, and its exceptions. */
  getFreeze(id: string): Promise<FreezeDetails>;
  /** Whether the person asking may set or end freezes over this scope. */
  mayFreeze(
    scope: Pick<FreezeScope, 'entityRef' | 'environments'>,
  ): Promise<{ allowed: boolean; because: string }>;
  /** What a freeze would cover and when, without setting it. */
  previewFreeze(input: CreateFreezeInput): Promise<FreezePreview>;
  createFreeze(input: CreateFreezeInput): Promise<Freeze>;
  /** Ends it, or counts as one of the people that takes; the answer says which. */
  endFreeze(id: string, input: FreezeStepInput): Promise<Freeze>;
  askFreezeException(
    freezeId: string,
    input: AskFreezeExceptionInput,
  ): Promise<FreezeException>;
  approveFreezeException(
    freezeId: string,
    exceptionId: string,
    input: FreezeStepInput,
  ): Promise<FreezeException>;
  /** Ends an exception, or refuses one that was asked for. */
  endFreezeException(
    freezeId: string,
    exceptionId: string,
    input: FreezeStepInput,
  ): Promise<FreezeException>;
  importFreezes(input: ImportFreezesInput): Promise<FreezeImport>;
  listFreezeCalendars(): Promise<FreezeCalendar[]>;
}
