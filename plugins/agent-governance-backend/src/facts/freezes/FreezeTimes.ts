import {
  Freeze,
  FreezeOccurrence,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { StoredFreeze } from '../../store/FreezeStore';
import { Recurrence } from './recurrence/Recurrence';

const CAPACITY = 1_000;
/** Where the end of something cannot be told. */
const END_OF_TIME = '9999-12-31T23:59:59.999Z';

/**
 * When freezes are in force. Whatever cannot be worked out counts as in force.
 *
 * What is kept in between is the recurrence in a form that answers fast, by id and revision: it says the same as long
 * as the freeze does. Whether a freeze still stands is never kept.
 */
export class FreezeTimes {
  readonly #compiled = new Map<string, Recurrence>();

  static create() {
    return new FreezeTimes();
  }

  private constructor() {}

  /** The occurrence in force at a moment. That a freeze was ended is not looked at. */
  at(freeze: StoredFreeze, moment: Date): FreezeOccurrence | undefined {
    if (!freeze.recurrence) {
      const at = moment.toISOString();
      const only = onlyOccurrence(freeze);
      return only.from <= at && at < only.to ? only : undefined;
    }
    try {
      return this.#of(freeze).at(moment);
    } catch {
      return onlyOccurrence(freeze);
    }
  }

  /** Occurrences in force at any time in the window, the earliest first. */
  between(
    freeze: StoredFreeze,
    window: { from: Date; to: Date },
    limit: number,
  ): FreezeOccurrence[] {
    if (freeze.recurrence) {
      try {
        return this.#of(freeze).between(window, limit);
      } catch {
        return [onlyOccurrence(freeze)];
      }
    }
    const only = onlyOccurrence(freeze);
    return only.from < window.to.toISOString() &&
      window.from.toISOString() < only.to
      ? [only]
      : [];
  }

  /** Occurrences that begin after a moment, the earliest first. */
  next(freeze: StoredFreeze, after: Date, limit: number): FreezeOccurrence[] {
    if (freeze.recurrence) {
      try {
        return this.#of(freeze).next(after, limit);
      } catch {
        return [];
      }
    }
    const only = onlyOccurrence(freeze);
    return only.from > after.toISOString() ? [only] : [];
  }

  /** Where a freeze stands, and the occurrence that is meant by that. */
  standing(
    freeze: StoredFreeze,
    now: Date,
  ): FreezeOccurrence & { state: Freeze['state'] } {
    const isEnded = freeze.endedAt !== undefined;
    const moment = isEnded ? new Date(freeze.endedAt!) : now;
    const present = this.at(freeze, moment);
    const [next] = present ? [] : this.next(freeze, moment, 1);
    const occurrence = present ?? next ?? this.#last(freeze);
    if (isEnded) {
      return { ...occurrence, state: 'ended-early' };
    }
    if (present) {
      return { ...occurrence, state: 'in-force' };
    }
    return { ...occurrence, state: next ? 'planned' : 'over' };
  }

  #last(freeze: StoredFreeze): FreezeOccurrence {
    const last = freeze.recurrence && this.#of(freeze).last();
    return last ?? onlyOccurrence(freeze);
  }

  #of(freeze: StoredFreeze): Recurrence {
    const key = `${freeze.id} ${freeze.revision}`;
    const found = this.#compiled.get(key);
    const compiled = found ?? Recurrence.create(freeze.recurrence!);
    // what was used last goes last
    this.#compiled.delete(key);
    this.#compiled.set(key, compiled);
    if (this.#compiled.size > CAPACITY) {
      const [oldest] = this.#compiled.keys();
      this.#compiled.delete(oldest);
    }
    return compiled;
  }
}

function onlyOccurrence({ from, to }: StoredFreeze): FreezeOccurrence {
  return { from, to: to ?? END_OF_TIME };
}
