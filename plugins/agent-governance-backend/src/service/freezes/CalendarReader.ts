import { createHash } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  CalendarEvent,
  parseCalendar,
} from '../../facts/freezes/calendar/parseCalendar';
import { FreezeCalendarConfig } from '../../GovernanceConfig';
import { FreezeStore, StoredCalendar } from '../../store/FreezeStore';
import { ChangeNotifier } from '../ChangeNotifier';
import { CalendarFetcher } from './CalendarFetcher';
import { toEventFreeze } from './toEventFreeze';

const MAX_PROBLEMS = 20;
const MAX_PROBLEM_LENGTH = 300;

interface Options {
  store: Pick<FreezeStore, 'calendars' | 'takeOver' | 'noteCalendar'>;
  fetcher: CalendarFetcher;
  notifier: ChangeNotifier;
  logger: LoggerService;
  now: () => Date;
}

/**
 * Reads configured calendars.
 *
 * A calendar is taken over as a whole or not at all: one event that cannot be read may be the freeze that matters. What
 * it said before then still holds, the problem is on the page, and once that is too long ago nothing is known.
 */
export class CalendarReader {
  readonly #options: Options;

  static create(options: Options) {
    return new CalendarReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async read(calendar: FreezeCalendarConfig, signal: AbortSignal) {
    const { store, fetcher } = this.#options;
    const stored = await store.calendars();
    const before = stored.find(({ id }) => id === calendar.id) ?? {
      id: calendar.id,
      triedAt: '',
      events: 0,
      problems: [],
      revision: 0,
    };
    // what was read under another configuration has to be read again
    const under = digestOf(calendar);
    const [knownUnder, etag] = (before.etag ?? '').split(/ (.*)/s);
    let problems: string[];
    try {
      const fetched = await fetcher.fetch(calendar.url, {
        ...(knownUnder === under && etag && { etag }),
        signal,
      });
      if (!fetched) {
        await this.#note(before, { problems: [], isRead: true });
        return;
      }
      const now = this.#options.now();
      const events = parseCalendar(fetched.text, { zone: calendar.zone, now });
      problems = problemsOf(events);
      if (problems.length === 0) {
        await this.#takeOver(calendar, events, {
          ...before,
          etag: fetched.etag && `${under} ${fetched.etag}`,
        });
        return;
      }
    } catch (error) {
      problems = [reasonOf(error)];
    }
    await this.#note(before, { problems, isRead: false });
  }

  async #takeOver(
    calendar: FreezeCalendarConfig,
    events: CalendarEvent[],
    before: StoredCalendar,
  ): Promise<void> {
    const now = this.#options.now();
    const { id, scope, owner } = calendar;
    const made = {
      calendar: id,
      scope,
      owner,
      createdBy: `calendar:${id}`,
      now,
    };
    const freezes = events.flatMap(event => toEventFreeze(event, made) ?? []);
    await this.#options.store.takeOver({
      calendar: {
        ...before,
        readAt: now.toISOString(),
        triedAt: now.toISOString(),
        events: freezes.length,
        problems: [],
      },
      freezes,
      now,
    });
    this.#options.notifier.changed();
  }

  async #note(
    before: StoredCalendar,
    result: { problems: string[]; isRead: boolean },
  ): Promise<void> {
    const at = this.#options.now().toISOString();
    const problems = result.problems
      .slice(0, MAX_PROBLEMS)
      .map(problem => problem.slice(0, MAX_PROBLEM_LENGTH));
    if (problems.length > 0) {
      this.#options.logger.warn(
        `The freeze calendar ${before.id} could not be read: ${problems[0]}`,
      );
    }
    await this.#options.store.noteCalendar({
      ...before,
      ...(result.isRead && { readAt: at }),
      triedAt: at,
      problems,
    });
    this.#options.notifier.changed();
  }
}

function problemsOf(events: CalendarEvent[]): string[] {
  return events
    .filter(({ outcome }) => outcome === 'refused')
    .map(
      ({ position, title, problem }) =>
        `Event ${position}, ${title}: ${problem}`,
    );
}

/** Without addresses: those of calendars often hold the key to them. */
function reasonOf(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return reason.replace(/https?:\/\/\S+/g, 'its address');
}

function digestOf(calendar: FreezeCalendarConfig): string {
  return createHash('sha256')
    .update(JSON.stringify(calendar))
    .digest('hex')
    .slice(0, 16);
}
