import { InputError, NotAllowedError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  FreezeImport,
  ImportFreezesInput,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  CalendarEvent,
  MAX_CALENDAR_BYTES,
  parseCalendar,
} from '../../facts/freezes/calendar/parseCalendar';
import { parseZone } from '../../facts/freezes/recurrence/parseRecurrence';
import { GovernanceConfig } from '../../GovernanceConfig';
import { FreezeStore, StoredFreeze } from '../../store/FreezeStore';
import { PersonCaller } from '../Caller';
import { ChangeNotifier } from '../ChangeNotifier';
import { FreezeAuthority } from './FreezeAuthority';
import { parseFreezeOwner } from './parseFreezeOwner';
import { parseFreezeScope } from './parseFreezeScope';
import { EventFreezes, toEventFreeze } from './toEventFreeze';

interface Options {
  store: Pick<FreezeStore, 'create' | 'byEvent'>;
  authority: FreezeAuthority;
  catalog: CatalogService;
  config: Pick<GovernanceConfig, 'environments'>;
  notifier: ChangeNotifier;
  now: () => Date;
}

/** Reads a calendar file that a person gives, says what would come of it, and sets all of it or nothing. */
export class FreezeImporter {
  readonly #options: Options;

  static create(options: Options) {
    return new FreezeImporter(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * @throws InputError naming the field, and with `apply` also while an event is refused; NotAllowedError saying who may
   */
  async import(
    input: ImportFreezesInput,
    caller: PersonCaller,
  ): Promise<FreezeImport> {
    const { authority, catalog, config, store, notifier } = this.#options;
    const now = this.#options.now();
    const scope = parseFreezeScope(input.scope, config.environments);
    const zone = parseZone(input.zone, 'zone');
    const { allowed, because } = await authority.judge(scope, caller);
    if (!allowed) {
      throw new NotAllowedError(because);
    }
    const owner = await parseFreezeOwner(input.owner, { caller, catalog });
    const read = parseCalendar(textOf(input.ics), { zone, now });
    const made = { scope, owner, createdBy: caller.ref, now };
    const events = await this.#compare(read, made);
    const wanted = events.flatMap(({ outcome, freeze }) =>
      outcome === 'new' && freeze ? [freeze] : [],
    );
    if (input.apply) {
      assertWhole(events, wanted);
      await store.create(wanted);
      notifier.changed();
    }
    return {
      events: events.map(({ period, freeze, ...event }) => event),
      applied: input.apply === true,
    };
  }

  /** Tells what was imported before, and refuses what was and said something else. */
  async #compare(
    read: CalendarEvent[],
    made: EventFreezes,
  ): Promise<Array<CalendarEvent & { freeze?: StoredFreeze }>> {
    const uids = [...new Set(read.flatMap(({ uid }) => uid ?? []))];
    const before = await this.#options.store.byEvent({ uids, now: made.now });
    return read.map(event => {
      const freeze = toEventFreeze(event, made);
      const same = before.find(
        ({ origin }) =>
          origin?.uid === event.uid &&
          origin?.recurrenceId === event.recurrenceId,
      );
      if (!freeze || !same) {
        return { ...event, freeze };
      }
      return same.eventDigest === freeze.eventDigest
        ? { ...event, outcome: 'known' as const }
        : {
            ...event,
            outcome: 'refused' as const,
            problem: `it was imported before and said something else, for another scope or another owner: end that freeze first`,
          };
    });
  }
}

function assertWhole(events: CalendarEvent[], wanted: StoredFreeze[]): void {
  const refused = events.filter(({ outcome }) => outcome === 'refused');
  if (refused.length > 0) {
    const [{ position, problem }] = refused;
    throw new InputError(
      `ics: nothing is imported while ${refused.length} of ${events.length} events cannot be read; event ${position}: ${problem}`,
    );
  }
  if (wanted.length === 0) {
    throw new InputError('ics: there is no event in it that is new');
  }
}

function textOf(ics: unknown): string {
  if (typeof ics !== 'string' || Buffer.byteLength(ics) > MAX_CALENDAR_BYTES) {
    throw new InputError(
      `ics: must be the text of an iCalendar file of at most ${MAX_CALENDAR_BYTES} bytes`,
    );
  }
  return ics;
}
