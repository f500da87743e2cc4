/** A request on its way in. */
export interface Entered {
  /** How many of the same agent's requests came in before it and are not recorded, or refused, yet. */
  readonly before: number;
  leave(): void;
}

/**
 * Knows which requests of an agent are being decided at this moment, so that asking many times at
 * once is no way round the cap on unfinished ones.
 *
 * Enter before counting what is recorded: whatever came earlier is then in one of the two counts.
 * What other replicas are deciding at the same moment is not seen here; what they have recorded is.
 */
export class OpenRequestGate {
  readonly #entered = new Map<string, number>();

  static create() {
    return new OpenRequestGate();
  }

  private constructor() {}

  enter(agentRef: string): Entered {
    const before = this.#entered.get(agentRef) ?? 0;
    this.#entered.set(agentRef, before + 1);
    return { before, leave: () => this.#leave(agentRef) };
  }

  #leave(agentRef: string): void {
    const left = (this.#entered.get(agentRef) ?? 1) - 1;
    if (left > 0) {
      this.#entered.set(agentRef, left);
    } else {
      this.#entered.delete(agentRef);
    }
  }
}
