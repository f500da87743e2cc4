import { InputError } from '@backstage/errors';
import {
  FreezeAgenda,
  FreezeAgendaOptions,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { FreezeTimes } from '../../facts/freezes/FreezeTimes';
import { FreezeStore, StoredFreeze } from '../../store/FreezeStore';
import { Caller } from '../Caller';
import { parseInstant } from '../input/parseInstant';
import { FreezeFinder } from './FreezeFinder';
import { FreezeLister } from './FreezeLister';

const MAX_DAYS = 93;
const DAY_MS = 86_400_000;
const MAX_FREEZES = 500;
const MAX_OCCURRENCES = 2_000;

interface Options {
  store: Pick<FreezeStore, 'between'>;
  times: FreezeTimes;
  finder: FreezeFinder;
  lister: FreezeLister;
  now: () => Date;
}

/** Tells what is in force when, for a window of time. */
export class FreezeAgendaReader {
  readonly #options: Options;

  static create(options: Options) {
    return new FreezeAgendaReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** @throws InputError naming the field; NotFoundError when `covering` may not be read */
  async read(
    query: FreezeAgendaOptions,
    options: { caller: Caller },
  ): Promise<FreezeAgenda> {
    const { store, lister, finder } = this.#options;
    const window = parseWindow(query);
    const covered = await lister.covered(query.covering, options.caller);
    const rows = await store.between({
      ...window,
      covering: covered?.refs,
      ended: true,
      limit: MAX_FREEZES + 1,
    });
    const shown = await lister.show(rows.slice(0, MAX_FREEZES), {
      ...options,
      covered,
    });
    const occurrences = shown
      .flatMap(freeze => this.#within(freeze, window))
      .sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to));
    const listed = occurrences.slice(0, MAX_OCCURRENCES);
    const named = new Set(listed.map(({ freezeId }) => freezeId));
    const now = this.#options.now();
    return {
      from: window.from.toISOString(),
      to: window.to.toISOString(),
      freezes: await finder.presentWithExceptions(
        shown.filter(({ id }) => named.has(id)),
        now,
      ),
      occurrences: listed,
      truncated:
        rows.length > MAX_FREEZES || occurrences.length > MAX_OCCURRENCES,
    };
  }

  /** What would have been before it was set was not; an occurrence that somebody ended is over where they did. */
  #within(freeze: StoredFreeze, window: { from: Date; to: Date }) {
    const { id: freezeId, createdAt, endedAt } = freeze;
    return this.#options.times
      .between(freeze, window, MAX_OCCURRENCES + 1)
      .filter(({ to }) => createdAt < to)
      .filter(({ from }) => endedAt === undefined || from < endedAt)
      .map(({ from, to }) => ({
        freezeId,
        from,
        to: endedAt !== undefined && endedAt < to ? endedAt : to,
      }));
  }
}

function parseWindow(query: FreezeAgendaOptions): { from: Date; to: Date } {
  const from = parseInstant(query.from, 'from');
  const to = parseInstant(query.to, 'to');
  if (to <= from) {
    throw new InputError('to: must be after from');
  }
  if (to.getTime() - from.getTime() > MAX_DAYS * DAY_MS) {
    throw new InputError(`to: must be at most ${MAX_DAYS} days after from`);
  }
  return { from, to };
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
