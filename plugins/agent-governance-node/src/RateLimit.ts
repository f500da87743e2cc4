/** Who is counted at a time; beyond that the one that was quiet longest starts anew. */
const MAX_KEYS = 1_000;

/**
 * So many in a burst, and so many a second after that, for each key; in this process alone.
 *
 * @public
 */
export class RateLimit {
  readonly #burst: number;
  readonly #perSecond: number;
  readonly #now: () => number;
  /** The one that asked longest ago comes first. */
  readonly #buckets = new Map<string, { left: number; at: number }>();

  /** @param options - `now`: a clock in milliseconds, the time of day by default */
  static create(options: {
    burst: number;
    perSecond: number;
    now?: () => number;
  }) {
    return new RateLimit(options);
  }

  private constructor(options: {
    burst: number;
    perSecond: number;
    now?: () => number;
  }) {
    this.#burst = options.burst;
    this.#perSecond = options.perSecond;
    this.#now = options.now ?? Date.now;
  }

  /** Whether this one is within the limit; then it counts. */
  admits(key: string): boolean {
    const now = this.#now();
    const last = this.#buckets.get(key);
    const grown = last
      ? last.left + (Math.max(0, now - last.at) / 1_000) * this.#perSecond
      : this.#burst;
    const left = Math.min(this.#burst, grown);
    this.#buckets.delete(key);
    this.#buckets.set(key, { left: left >= 1 ? left - 1 : left, at: now });
    for (const oldest of this.#buckets.keys()) {
      if (this.#buckets.size <= MAX_KEYS) {
        break;
      }
      this.#buckets.delete(oldest);
    }
    return left >= 1;
  }
}
