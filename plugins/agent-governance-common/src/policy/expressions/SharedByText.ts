/** At how many texts those that nobody holds any more are let go; doubles with those that are held. */
const MIN_SWEEP = 1_000;

/** Things that depend on nothing but a text, each made once for as long as somebody holds it. */
export class SharedByText<T extends object> {
  readonly #held = new Map<string, WeakRef<T>>();
  #sweepAt = MIN_SWEEP;

  /** The one for this text that somebody holds, if anybody does. */
  find(text: string): T | undefined {
    return this.#held.get(text)?.deref();
  }

  share(text: string, made: T): T {
    this.#held.set(text, new WeakRef(made));
    if (this.#held.size >= this.#sweepAt) {
      this.#sweep();
    }
    return made;
  }

  #sweep(): void {
    for (const [text, held] of this.#held) {
      if (!held.deref()) {
        this.#held.delete(text);
      }
    }
    this.#sweepAt = Math.max(MIN_SWEEP, 2 * this.#held.size);
  }
}
