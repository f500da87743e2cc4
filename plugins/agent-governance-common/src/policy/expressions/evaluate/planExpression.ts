import { celType, CelValue, isCelError, plan } from '@bufbuild/cel';
import { Ternary } from '../../../model';
import { ExpressionNode, FactSlot } from '../ExpressionNode';
import { CEL_ENV } from '../library';
import { FactReader } from './FactReader';
import { LibraryBindings } from './LibraryBindings';
import { SharedByText } from '../SharedByText';
import { planText } from './planText';
import { toLibrary } from './toLibrary';

/** An expression ready to be evaluated, any number of times. Never throws. */
export type Plan = (reader: FactReader) => Ternary;

/** Policies that differ in a number or a word still ask much the same: each part is planned once. */
const plans = new SharedByText<Plan>();

/**
 * Plans what joins truth values itself, and hands whatever else there is to the library.
 *
 * The two agree: the library's `&&`, `||` and `?:` absorb errors just so. Doing these here spares
 * an error object for every fact that is not known.
 */
export function planExpression(node: ExpressionNode): Plan {
  const text = planText(node);
  return plans.find(text) ?? plans.share(text, makePlan(node));
}

function makePlan(node: ExpressionNode): Plan {
  switch (node.kind) {
    case 'and':
      return join(node.args.map(planExpression), false);
    case 'or':
      return join(node.args.map(planExpression), true);
    case 'not': {
      const inner = planExpression(node.arg);
      return reader => {
        const result = inner(reader);
        return result === 'unknown' ? result : !result;
      };
    }
    case 'conditional': {
      const condition = planExpression(node.condition);
      const then = planExpression(node.then);
      const otherwise = planExpression(node.otherwise);
      return reader => {
        const result = condition(reader);
        if (result === 'unknown') {
          return result;
        }
        return result ? then(reader) : otherwise(reader);
      };
    }
    case 'fact':
      return planFact(node.slot);
    default:
      return planWithLibrary(node);
  }
}

function planFact(slot: FactSlot): Plan {
  return reader => asTernary(reader.get(slot), reader);
}

function asTernary(value: unknown, reader: FactReader): Ternary {
  if (typeof value === 'boolean') {
    return value;
  }
  if (isCelError(value)) {
    reader.failed(value);
  } else {
    reader.notTrueOrFalse(celType(value as CelValue).name);
  }
  return 'unknown';
}

/** Kleene's *and* (decided by false) and *or* (decided by true): reads no further once decided. */
function join(parts: Plan[], decisive: boolean): Plan {
  return reader => {
    let result: Ternary = !decisive;
    for (const part of parts) {
      const value = part(reader);
      if (value === decisive) {
        return decisive;
      }
      if (value === 'unknown') {
        result = 'unknown';
      }
    }
    return result;
  };
}

/** Hands all of it to the library, which asks for each fact when it comes to it. */
export function planWithLibrary(node: ExpressionNode): Plan {
  const bindings = new LibraryBindings();
  const evaluate = plan(CEL_ENV, toLibrary(node, bindings));
  return reader => {
    bindings.reader = reader;
    const value = evaluate(bindings.values);
    bindings.reader = undefined;
    return asTernary(value, reader);
  };
}
