import { Entity } from '@backstage/catalog-model';
import { Fresh } from './FreshCache';

/** Reads what exists of these entities, in the order of the refs. */
export type ReadEntities = (
  refs: string[],
) => Promise<Array<Entity | undefined>>;

/** Keeps one read of the catalog well below the size it accepts. */
const MAX_BATCH = 200;
/** From this share of its time on, an entity in use is read again before it is too old. */
const RENEW_AFTER = 0.8;
/** What is this old is read along with what has to be. */
const READ_ALONG_AFTER = 0.5;

type Entry = {
  scope: string;
  ref: string;
  usedAt: number;
  /** The last value, once there is one. */
  fresh?: Fresh<Entity | undefined>;
  /** The read under way. */
  reading?: Promise<Fresh<Entity | undefined>>;
};

/**
 * Remembers entities for a short, stated time, and knows how old each is, counted from before it was read.
 *
 * What was used lately is read again together, in one request, and shortly before it would be too old: those who ask
 * again and again neither wait nor make the catalog answer for one entity at a time. What is too old is read again
 * before anybody gets it. A failed read is remembered by nobody.
 */
export class FreshEntities {
  readonly #ttlMs: number;
  readonly #capacity: number;
  readonly #now: () => Date;
  /** What was used longest ago comes first. */
  readonly #entries = new Map<string, Entry>();

  static create(options: {
    ttlMs: number;
    /** What was used longest ago is dropped beyond this many. */
    capacity: number;
    now: () => Date;
  }) {
    return new FreshEntities(options);
  }

  private constructor(options: {
    ttlMs: number;
    capacity: number;
    now: () => Date;
  }) {
    this.#ttlMs = options.ttlMs;
    this.#capacity = options.capacity;
    this.#now = options.now;
  }

  /**
   * These entities, in the order of the refs; `undefined` where there is none.
   *
   * @param options - `scope`: as whom they are read; what one scope was shown is never handed to another
   */
  async get(options: {
    scope: string;
    refs: string[];
    read: ReadEntities;
  }): Promise<Array<Fresh<Entity | undefined>>> {
    const { scope, refs, read } = options;
    const now = this.#now().getTime();
    const entries = refs.map(ref => this.#use(scope, ref, now));
    const missing = entries.filter(
      entry => !entry.reading && this.#ageOf(entry, now) >= this.#ttlMs,
    );
    const isRenewalDue = entries.some(
      entry =>
        !entry.reading && this.#ageOf(entry, now) >= this.#ttlMs * RENEW_AFTER,
    );
    if (isRenewalDue) {
      this.#read(
        [...new Set([...missing, ...this.#alongWith(scope, now)])].slice(
          0,
          Math.max(missing.length, MAX_BATCH),
        ),
        now,
        read,
      );
    }
    return Promise.all(
      entries.map(entry =>
        this.#ageOf(entry, now) < this.#ttlMs ? entry.fresh! : entry.reading!,
      ),
    );
  }

  #use(scope: string, ref: string, now: number): Entry {
    const key = `${scope} ${ref}`;
    const entry = this.#entries.get(key) ?? { scope, ref, usedAt: now };
    entry.usedAt = now;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#capacity) {
        break;
      }
      this.#entries.delete(oldest);
    }
    return entry;
  }

  /** Infinite without a value, and where the clock was set back: that must not make an old value young. */
  #ageOf({ fresh }: Entry, now: number): number {
    const age = fresh ? now - fresh.readAt.getTime() : Infinity;
    return age >= 0 ? age : Infinity;
  }

  /** What of a scope is in use and will be too old before long. */
  #alongWith(scope: string, now: number): Entry[] {
    return [...this.#entries.values()].filter(
      entry =>
        entry.scope === scope &&
        !entry.reading &&
        now - entry.usedAt < this.#ttlMs &&
        this.#ageOf(entry, now) >= this.#ttlMs * READ_ALONG_AFTER,
    );
  }

  #read(entries: Entry[], now: number, read: ReadEntities): void {
    const readAt = new Date(now);
    const all = read(entries.map(({ ref }) => ref));
    entries.forEach((entry, index) => {
      const reading = all.then(values => ({ value: values[index], readAt }));
      entry.reading = reading;
      reading.then(
        fresh => {
          entry.fresh = fresh;
          entry.reading = undefined;
        },
        () => {
          // asked again by whoever comes next; until then the last value is as old as it is
          entry.reading = undefined;
        },
      );
    });
  }
}
