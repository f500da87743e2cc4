import { CelError, celError, CelInput } from '@bufbuild/cel';
import { Facts } from '../../../model';
import { FactPath, readFact, ReadFact } from '../../facts';
import { FactSlot } from '../ExpressionNode';
import { convertValue, UnusableValue } from './convertValue';

/** What a fact that is not known is to the library: an error like any other, but one that needs no words. */
export const NOT_KNOWN: CelError = celError('not known');

/** One decision's facts as expressions see them: each is read and converted at most once, when first asked for. */
export class FactValues {
  /** Of the facts that were decided with last: a decision evaluates all its expressions in one go. */
  static #latest: FactValues | undefined;

  /** Facts are sealed before they are decided with, so what was read of them stays so. */
  static of(facts: Facts): FactValues {
    const latest = FactValues.#latest;
    if (latest && latest.#facts === facts) {
      return latest;
    }
    FactValues.#latest = new FactValues(facts);
    return FactValues.#latest;
  }

  readonly #facts: Facts;
  readonly #reads = new Map<FactPath, ReadFact<unknown>>();
  readonly #values = new Map<string, CelInput | CelError>();

  private constructor(facts: Facts) {
    this.#facts = facts;
  }

  read(path: FactPath): ReadFact<unknown> {
    let read = this.#reads.get(path);
    if (!read) {
      read = readFact(this.#facts, path);
      this.#reads.set(path, read);
    }
    return read;
  }

  value(slot: FactSlot): CelInput | CelError {
    let value = this.#values.get(slot.name);
    if (value === undefined) {
      value = convert(slot, this.read(slot.path));
      this.#values.set(slot.name, value);
    }
    return value;
  }
}

function convert(slot: FactSlot, { value }: ReadFact<unknown>) {
  if (value === undefined) {
    return NOT_KNOWN;
  }
  let inner: unknown = value;
  for (const step of slot.steps) {
    inner = stepInto(inner, step);
    if (inner === undefined) {
      return celError(`${slot.name} is not there`);
    }
  }
  try {
    return convertValue(inner, slot.type);
  } catch (error) {
    if (error instanceof UnusableValue) {
      return celError(`${slot.name} ${error.message}`);
    }
    throw error;
  }
}

/** Own fields and entries only: what every JavaScript value has is nothing that anybody said. */
function stepInto(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) {
    return typeof step === 'number' ? value[step] : undefined;
  }
  return typeof value === 'object' &&
    value !== null &&
    typeof step === 'string' &&
    Object.hasOwn(value, step)
    ? (value as Record<string, unknown>)[step]
    : undefined;
}
