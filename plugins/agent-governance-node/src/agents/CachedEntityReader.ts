import { Entity } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';

/** What the catalog said of an entity, and when it was asked. */
export type EntityReading = {
  entity: Entity | undefined;
  /** Reading of the monotonic clock, in milliseconds, when the catalog was asked. */
  askedAt: number;
};

type Entry = { askedAt: number; reading: Promise<EntityReading> };

/**
 * Reads entities and remembers the answers for a moment, so that many questions at once about one entity are one
 * question to the catalog. "There is none" is an answer too; a failure is not and is forgotten at once.
 */
export class CachedEntityReader {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;
  readonly #maxAgeMs: number;
  readonly #maxEntries: number;

  /**
   * @param options - `now`: a monotonic clock in milliseconds. `maxAgeMs`: how old an answer may be when it is
   * handed out. `maxEntries`: how many entities are remembered; the one asked about longest ago goes first.
   */
  static create(options: {
    now: () => number;
    maxAgeMs: number;
    maxEntries: number;
  }) {
    return new CachedEntityReader(options);
  }

  private constructor(options: {
    now: () => number;
    maxAgeMs: number;
    maxEntries: number;
  }) {
    this.#now = options.now;
    this.#maxAgeMs = options.maxAgeMs;
    this.#maxEntries = options.maxEntries;
  }

  /**
   * An entity as it was not earlier than `maxAgeMs` before this call.
   *
   * @throws whatever `load` throws; ServiceUnavailableError when the answer came so late that it is too old already
   */
  async read(options: {
    ref: string;
    maxAgeMs?: number;
    load: () => Promise<Entity | undefined>;
  }): Promise<EntityReading> {
    const maxAgeMs = Math.min(options.maxAgeMs ?? Infinity, this.#maxAgeMs);
    const known = this.#entries.get(options.ref);
    const entry =
      known && this.#now() - known.askedAt <= maxAgeMs
        ? known
        : this.#ask(options);
    const reading = await entry.reading;
    if (this.#now() - reading.askedAt <= this.#maxAgeMs) {
      return reading;
    }
    if (entry === known) {
      return this.read(options);
    }
    throw new ServiceUnavailableError('The catalog took too long to answer');
  }

  #ask(options: { ref: string; load: () => Promise<Entity | undefined> }) {
    const askedAt = this.#now();
    const entry: Entry = {
      askedAt,
      reading: options.load().then(entity => ({ entity, askedAt })),
    };
    this.#entries.delete(options.ref);
    this.#entries.set(options.ref, entry);
    this.#forgetOldest();
    entry.reading.catch(() => {
      if (this.#entries.get(options.ref) === entry) {
        this.#entries.delete(options.ref);
      }
    });
    return entry;
  }

  #forgetOldest() {
    for (const ref of this.#entries.keys()) {
      if (this.#entries.size <= this.#maxEntries) {
        return;
      }
      this.#entries.delete(ref);
    }
  }
}
