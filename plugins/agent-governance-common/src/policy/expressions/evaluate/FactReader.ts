import { CelError, CelInput } from '@bufbuild/cel';
import { FactRead, Facts } from '../../../model';
import { plainText } from '../../wording';
import { FactSlot } from '../ExpressionNode';
import { FactValues, NOT_KNOWN } from './FactValues';

/** One evaluation's way to the facts, which remembers what was read. */
export class FactReader {
  readonly reads: FactRead[] = [];
  readonly #values: FactValues;
  /** What went wrong first, where something went wrong. */
  problem?: string;

  constructor(facts: Facts) {
    this.#values = FactValues.of(facts);
  }

  get(slot: FactSlot): CelInput | CelError {
    const { read } = this.#values.read(slot.path);
    if (!this.reads.includes(read)) {
      this.reads.push(read);
    }
    return this.#values.value(slot);
  }

  /** Takes note of why something could not be evaluated; that a fact is not known shows in the reads. */
  failed(error: CelError): void {
    if (error.message !== NOT_KNOWN.message) {
      this.problem ??= plainText(error.message);
    }
  }

  notTrueOrFalse(type: string): void {
    this.problem ??= `comes out as ${type}, not as true or false`;
  }
}
