import { Entity } from '@backstage/catalog-model';
import { Fresh } from './FreshCache';

/** Reads what exists of these entities, in the order of the refs. */
export type ReadEntities = (
  refs: string[],
) => Promise<Array<Entity | undefined>>;

/** Keeps one read of the catalog well below the size it accepts. */
const MAX_BATCH = 200;
/** From this share of its time on, an entity in use is read again before it is too old. */
const RENEW_AFTER = 0.6;
/** What is this old anyway is read along with what has to be. */
const READ_ALONG_AFTER = 0.3;

type Entry = {
  /** Of the last value, or of the read under way. */
  reading: Promise<Fresh<Entity | undefined>>;
  /** The last value, while it is known. */
  fresh?: Fresh<Entity | undefined>;
  isReading: boolean;
  usedAt: number;
};

/**
 * Remembers entities for a short, stated time, and knows how old each is.
 *
 * What was used lately is read again together, in one request, and shortly before it would be too old: those who ask
 * again and again neither wait nor make the catalog answer for one entity at a time. Nothing older than the time is
 * ever handed out. A failed read is remembered by nobody.
 */
export class FreshEntities {
  readonly #ttlMs: number;
  readonly #capacity: number;
  readonly #now: () => Date;
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

  /** These entities, in the order of the refs; `undefined` where there is none. */
  async get(
    refs: string[],
    read: ReadEntities,
  ): Promise<Array<Fresh<Entity | undefined>>> {
    const now = this.#now().getTime();
    const missing = refs.filter(ref => !this.#use(ref, now));
    const aging = refs.some(ref => this.#isAging(ref, now));
    if (missing.length > 0) {
      this.#read([...new Set(missing)], now, read);
    } else if (aging) {
      // whoever comes once it is too old waits for this read, or for the next one if it fails
      this.#read([], now, read);
    }
    return Promise.all(
      refs.map(ref => {
        const entry = this.#entries.get(ref)!;
        return this.#ageOf(entry, now) < this.#ttlMs
          ? entry.fresh!
          : entry.reading;
      }),
    );
  }

  /** Notes that an entity is in use. @returns whether it is known, or being read */
  #use(ref: string, now: number): boolean {
    const entry = this.#entries.get(ref);
    if (!entry) {
      return false;
    }
    entry.usedAt = now;
    this.#entries.delete(ref);
    this.#entries.set(ref, entry);
    return entry.isReading || this.#ageOf(entry, now) < this.#ttlMs;
  }

  #isAging(ref: string, now: number): boolean {
    const entry = this.#entries.get(ref);
    return (
      entry !== undefined &&
      !entry.isReading &&
      this.#ageOf(entry, now) >= this.#ttlMs * RENEW_AFTER
    );
  }

  /** Infinite without a value, and where the clock was set back: that must not make an old value young. */
  #ageOf(entry: Entry, now: number): number {
    const age = entry.fresh ? now - entry.fresh.readAt.getTime() : Infinity;
    return age >= 0 ? age : Infinity;
  }

  #read(missing: string[], now: number, read: ReadEntities): void {
    const along = [...this.#entries]
      .filter(
        ([ref, entry]) =>
          !missing.includes(ref) &&
          !entry.isReading &&
          now - entry.usedAt < this.#ttlMs &&
          this.#ageOf(entry, now) >= this.#ttlMs * READ_ALONG_AFTER,
      )
      .map(([ref]) => ref);
    const refs = [...missing, ...along].slice(
      0,
      Math.max(missing.length, MAX_BATCH),
    );
    const readAt = new Date(now);
    const all = read(refs);
    refs.forEach((ref, index) => {
      const entry: Entry = {
        ...this.#entries.get(ref),
        reading: all.then(values => ({ value: values[index], readAt })),
        isReading: true,
        usedAt: this.#entries.get(ref)?.usedAt ?? now,
      };
      this.#entries.set(ref, entry);
      entry.reading.then(
        fresh => {
          entry.fresh = fresh;
          entry.isReading = false;
        },
        () => this.#forgetFailed(ref, entry),
      );
    });
    this.#evict();
  }

  #forgetFailed(ref: string, entry: Entry): void {
    entry.isReading = false;
    if (!entry.fresh && this.#entries.get(ref) === entry) {
      this.#entries.delete(ref);
    }
  }

  #evict(): void {
    for (const ref of this.#entries.keys()) {
      if (this.#entries.size <= this.#capacity) {
        return;
      }
      this.#entries.delete(ref);
    }
  }
}
