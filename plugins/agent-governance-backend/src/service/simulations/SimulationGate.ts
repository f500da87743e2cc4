import { TooManySimulationsError } from './TooManySimulationsError';

/** A simulation decides some hundred times to find out what would turn a verdict. */
const AT_ONCE = 2;
const A_MINUTE = 60;
const MINUTE_MS = 60_000;

interface Use {
  running: number;
  /** Milliseconds since the epoch, oldest first. */
  begun: number[];
}

/** Keeps one person from keeping a backend busy with what nobody asked for. */
export class SimulationGate {
  readonly #uses = new Map<string, Use>();
  readonly #now: () => Date;

  static create(options: { now: () => Date }) {
    return new SimulationGate(options);
  }

  private constructor(options: { now: () => Date }) {
    this.#now = options.now;
  }

  /** @throws TooManySimulationsError saying how many there may be */
  async through<T>(personRef: string, run: () => Promise<T>): Promise<T> {
    const use = this.#useOf(personRef);
    if (use.running >= AT_ONCE) {
      throw new TooManySimulationsError(
        `You have ${AT_ONCE} simulations running, which is as many as one person may; wait for one to end`,
      );
    }
    if (use.begun.length >= A_MINUTE) {
      throw new TooManySimulationsError(
        `You simulated ${A_MINUTE} times within a minute, which is as often as one person may; try again in a moment`,
      );
    }
    use.running += 1;
    use.begun.push(this.#now().getTime());
    try {
      return await run();
    } finally {
      use.running -= 1;
    }
  }

  /** Those who did nothing for a minute are forgotten, whoever comes next. */
  #useOf(personRef: string): Use {
    const since = this.#now().getTime() - MINUTE_MS;
    for (const [ref, use] of this.#uses) {
      use.begun = use.begun.filter(at => at > since);
      if (use.begun.length === 0 && use.running === 0) {
        this.#uses.delete(ref);
      }
    }
    const use = this.#uses.get(personRef) ?? { running: 0, begun: [] };
    this.#uses.set(personRef, use);
    return use;
  }
}
