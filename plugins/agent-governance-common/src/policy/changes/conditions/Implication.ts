import { Condition } from './Condition';
import { questionImplies } from './questionImplies';

/** More than any two policies that people write take; what is not shown by then is not shown. */
const MAX_STEPS = 50_000;

/**
 * Shows that one condition implies another, where that is plain from how they are written.
 *
 * In the order *false < unknown < true* the one is never above the other, whatever the facts: where it is true so is the
 * other, and where it is not known whether it is, the other is not false. Conjunction and disjunction keep that order and
 * negation turns it, so it is enough to compare parts. `false` means no more than that nothing was shown.
 */
export class Implication {
  readonly #known = new Map<Condition, Map<Condition, boolean>>();
  #steps = 0;

  shows(one: Condition, other: Condition): boolean {
    if (one.text === other.text) {
      return true;
    }
    const shownOf = this.#known.get(one) ?? new Map<Condition, boolean>();
    this.#known.set(one, shownOf);
    const known = shownOf.get(other);
    if (known !== undefined) {
      return known;
    }
    this.#steps += 1;
    const shown = this.#steps <= MAX_STEPS && this.#show(one, other);
    shownOf.set(other, shown);
    return shown;
  }

  #show(one: Condition, other: Condition): boolean {
    if (one.kind === 'never' || other.kind === 'always') {
      return true;
    }
    if (one.kind === 'any') {
      return one.parts.every(part => this.shows(part, other));
    }
    if (other.kind === 'all') {
      return other.parts.every(part => this.shows(one, part));
    }
    if (one.kind === 'all' && one.parts.some(part => this.shows(part, other))) {
      return true;
    }
    if (other.kind === 'any') {
      return other.parts.some(part => this.shows(one, part));
    }
    return (
      one.kind === 'question' &&
      other.kind === 'question' &&
      questionImplies(one, other)
    );
  }
}
