import {
  FreezeCalendar,
  FreezeScope,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { FreezeCalendarConfig } from '../../GovernanceConfig';
import { FreezeStore, StoredCalendar } from '../../store/FreezeStore';

/** A calendar that may say more by now than is known of it. */
export interface UnreadCalendar {
  scope: FreezeScope;
  readAt?: string;
  ttlSeconds: number;
  /** For people. */
  because: string;
}

/** The configured calendars, and how fresh what was read from them is. Reads the database every time. */
export class FreezeCalendars {
  readonly #store: Pick<FreezeStore, 'calendars'>;
  readonly #configured: FreezeCalendarConfig[];

  static create(options: {
    store: Pick<FreezeStore, 'calendars'>;
    configured: FreezeCalendarConfig[];
  }) {
    return new FreezeCalendars(options);
  }

  private constructor(options: {
    store: Pick<FreezeStore, 'calendars'>;
    configured: FreezeCalendarConfig[];
  }) {
    this.#store = options.store;
    this.#configured = options.configured;
  }

  /** Those that were never read, or not for longer than what they said may be believed. */
  async unread(now: Date): Promise<UnreadCalendar[]> {
    if (this.#configured.length === 0) {
      return [];
    }
    const stored = await this.#byId();
    return this.#configured.flatMap(calendar => {
      const readAt = stored.get(calendar.id)?.readAt;
      return isFresh(readAt, calendar, now)
        ? []
        : [
            {
              scope: calendar.scope,
              readAt,
              ttlSeconds: calendar.ttlMs / 1_000,
              because: readAt
                ? `The freeze calendar ${calendar.id} was last read at ${readAt}`
                : `The freeze calendar ${calendar.id} has not been read yet`,
            },
          ];
    });
  }

  /** All of them, as people look at them. */
  async list(now: Date): Promise<FreezeCalendar[]> {
    const stored = await this.#byId();
    return this.#configured.map(calendar => {
      const { id, scope, owner, zone, refreshMs } = calendar;
      const read = stored.get(id);
      return {
        id,
        scope,
        owner,
        zone,
        refreshSeconds: refreshMs / 1_000,
        state: stateOf(read, calendar, now),
        events: read?.events ?? 0,
        problems: read?.problems ?? [],
        ...(read?.readAt && { readAt: read.readAt }),
        ...(read && { triedAt: read.triedAt }),
      };
    });
  }

  async #byId(): Promise<Map<string, StoredCalendar>> {
    const stored = await this.#store.calendars();
    return new Map(stored.map(calendar => [calendar.id, calendar]));
  }
}

function stateOf(
  read: StoredCalendar | undefined,
  calendar: FreezeCalendarConfig,
  now: Date,
): FreezeCalendar['state'] {
  if (!isFresh(read?.readAt, calendar, now)) {
    return read?.readAt ? 'stale' : 'unread';
  }
  return read?.problems.length ? 'failing' : 'fresh';
}

function isFresh(
  readAt: string | undefined,
  { ttlMs }: FreezeCalendarConfig,
  now: Date,
): boolean {
  return readAt !== undefined && Date.parse(readAt) + ttlMs > now.getTime();
}
