import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '../Refusal';

/**
 * A way to go wrong, for tests of what others make of it.
 *
 * - `fail`: says 503, and nothing happened.
 * - `delay`: it happens, and the answer takes its time.
 * - `drop-reply`: it happens, and nobody is told.
 */
export type FaultKind = 'fail' | 'delay' | 'drop-reply';

export interface Fault {
  kind: FaultKind;
  /** How many calls it hits before it is over. */
  count: number;
  delayMs: number;
}

const KINDS: FaultKind[] = ['fail', 'delay', 'drop-reply'];

/** What goes wrong next; nothing does unless a test asked for it. */
export class Faults {
  #waiting: Fault[] = [];

  /** @throws Refusal when it is not a fault this world knows. */
  add(body: { kind?: unknown; count?: unknown; delayMs?: unknown }): Fault {
    const { kind, count = 1, delayMs = 1000 } = body;
    const known = KINDS.find(candidate => candidate === kind);
    if (!known || !isCount(count) || !isCount(delayMs)) {
      throw new Refusal(
        400,
        `A fault is { kind: ${KINDS.join(' | ')}, count?, delayMs? }`,
      );
    }
    const fault = { kind: known, count, delayMs };
    this.#waiting.push(fault);
    return fault;
  }

  clear(): void {
    this.#waiting = [];
  }

  /** Before the effect. */
  strikeBefore(): void {
    if (this.#take('fail')) {
      throw new Refusal(503, 'Out of order, as asked');
    }
  }

  /** After the effect; returns whether the caller is to be left without an answer. */
  async strikeAfter(): Promise<boolean> {
    const delay = this.#take('delay');
    if (delay) {
      await sleep(delay.delayMs);
    }
    return Boolean(this.#take('drop-reply'));
  }

  #take(kind: FaultKind): Fault | undefined {
    const fault = this.#waiting.find(candidate => candidate.kind === kind);
    if (fault) {
      fault.count -= 1;
      this.#waiting = this.#waiting.filter(({ count }) => count > 0);
    }
    return fault;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}
