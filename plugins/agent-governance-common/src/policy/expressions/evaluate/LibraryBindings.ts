import { CelInput, isCelError, plan } from '@bufbuild/cel';
import { ExpressionNode, FactSlot } from '../ExpressionNode';
import { CEL_ENV } from '../library';
import { FactReader } from './FactReader';
import { Names, toLibrary } from './toLibrary';

/** Names that no expression can have, so that they hide nothing. */
const FACT = '@';
const CONSTANT = '#';

const NO_NAMES: Names = {
  fact: ({ name }) => FACT + name,
  constant: () => undefined,
};

/**
 * What the names in one planned expression stand for: facts, asked for when the library comes to them,
 * and values that are the same in every evaluation, such as lists that are written out.
 */
export class LibraryBindings implements Names {
  readonly values: Record<string, CelInput> = Object.create(null);
  /** The evaluation that is going on. There is one at a time: evaluating waits for nothing. */
  reader: FactReader | undefined;
  #constants = 0;

  fact(slot: FactSlot): string {
    const name = FACT + slot.name;
    if (!(name in this.values)) {
      Object.defineProperty(this.values, name, {
        enumerable: true,
        get: () => this.reader!.get(slot),
      });
    }
    return name;
  }

  constant(node: ExpressionNode): string | undefined {
    if ((node.kind !== 'list' && node.kind !== 'call') || !isConstant(node)) {
      return undefined;
    }
    const value = plan(CEL_ENV, toLibrary(node, NO_NAMES))({});
    if (isCelError(value)) {
      // Left to fail whenever it is come to: what absorbs the error then absorbs it as ever.
      return undefined;
    }
    this.#constants += 1;
    const name = CONSTANT + this.#constants;
    this.values[name] = value;
    return name;
  }
}

function isConstant(node: ExpressionNode): boolean {
  switch (node.kind) {
    case 'literal':
      return true;
    case 'list':
      return node.items.every(isConstant);
    case 'call':
      return node.args.every(isConstant);
    default:
      return false;
  }
}
