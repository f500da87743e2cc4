/** A value with the moment it was read. */
export interface Fresh<T> {
  value: T;
  readAt: Date;
}

/**
 * Remembers what was read for a short, stated time, and knows how old it is.
 *
 * Concurrent readers of one key share one read. A failed read is remembered by nobody.
 */
export class FreshCache<T> {
  readonly #ttlMs: number;
  readonly #capacity: number;
  readonly #now: () => Date;
  readonly #entries = new Map<string, Promise<Fresh<T>> | Fresh<T>>();
  #hits = 0;
  #misses = 0;

  static create<T>(options: {
    ttlMs: number;
    /** Oldest entries are dropped beyond this many. */
    capacity: number;
    now: () => Date;
  }): FreshCache<T> {
    return new FreshCache<T>(options);
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

  /** How often the value was still fresh, and how often it had to be read. */
  get stats(): { hits: number; misses: number } {
    return { hits: this.#hits, misses: this.#misses };
  }

  async get(key: string, read: () => Promise<T>): Promise<Fresh<T>> {
    return this.getDated(key, async () => {
      const readAt = this.#now();
      return { value: await read(), readAt };
    });
  }

  /** The same for what is made of things read before: it is as old as the oldest of them. */
  async getDated(
    key: string,
    read: () => Promise<Fresh<T>>,
  ): Promise<Fresh<T>> {
    const entry = this.#entries.get(key);
    if (entry) {
      if (entry instanceof Promise) {
        this.#hits++;
        return entry;
      }
      const age = this.#now().getTime() - entry.readAt.getTime();
      // a clock set back must not make an old value young
      if (age >= 0 && age < this.#ttlMs) {
        this.#hits++;
        return entry;
      }
    }
    this.#misses++;
    return this.#read(key, read);
  }

  async #read(key: string, read: () => Promise<Fresh<T>>): Promise<Fresh<T>> {
    const pending = read();
    this.#entries.delete(key);
    this.#entries.set(key, pending);
    try {
      const fresh = await pending;
      if (this.#entries.get(key) === pending) {
        this.#entries.set(key, fresh);
        this.#evict();
      }
      return fresh;
    } catch (error) {
      if (this.#entries.get(key) === pending) {
        this.#entries.delete(key);
      }
      throw error;
    }
  }

  #evict() {
    for (const key of this.#entries.keys()) {
      if (this.#entries.size <= this.#capacity) {
        return;
      }
      this.#entries.delete(key);
    }
  }
}
