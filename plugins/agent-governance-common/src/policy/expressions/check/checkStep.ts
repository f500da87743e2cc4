import { ExpressionNode } from '../ExpressionNode';
import { nearestName } from '../nearestName';
import { ExpressionType, formatFactType, JSON_VALUE, STRING } from '../types';
import { Checking } from './Checking';

/** One constant step into a value: a field, a key or a place in a list, which is named at `offset`. */
export function checkStep(
  operand: ExpressionNode,
  step: string | bigint,
  offset: number,
  checking: Checking,
): ExpressionNode {
  const type = typeAfter(operand.type, step);
  if (!type) {
    return noSuchStep(operand, step, offset, checking);
  }
  if (operand.kind === 'fact') {
    return intoFact(operand, step, type, checking);
  }
  return typeof step === 'string' && operand.type.kind === 'object'
    ? { kind: 'select', operand, field: step, type, offset: operand.offset }
    : { kind: 'index', operand, index: step, type, offset: operand.offset };
}

function typeAfter(
  type: ExpressionType,
  step: string | bigint,
): ExpressionType | undefined {
  switch (type.kind) {
    case 'object':
      return typeof step === 'string' && Object.hasOwn(type.fields, step)
        ? type.fields[step]
        : undefined;
    case 'map':
      return typeof step === 'string' ? STRING : undefined;
    case 'list':
      return typeof step === 'bigint' ? type.of : undefined;
    case 'json':
      return JSON_VALUE;
    default:
      return undefined;
  }
}

/** Constant steps into a fact make one name: what is read is that value and nothing beside it. */
function intoFact(
  { slot, offset }: Extract<ExpressionNode, { kind: 'fact' }>,
  step: string | bigint,
  type: ExpressionType,
  checking: Checking,
): ExpressionNode {
  const plain = typeof step === 'string' && /^[A-Za-z_]\w*$/.test(step);
  const inner = checking.slot({
    path: slot.path,
    steps: [...slot.steps, typeof step === 'bigint' ? Number(step) : step],
    type,
    name: plain
      ? `${slot.name}.${step}`
      : `${slot.name}[${
          typeof step === 'bigint' ? step : JSON.stringify(step)
        }]`,
  });
  return { kind: 'fact', slot: inner, type: inner.type, offset };
}

function noSuchStep(
  operand: ExpressionNode,
  step: string | bigint,
  offset: number,
  checking: Checking,
): ExpressionNode {
  const what = operand.kind === 'fact' ? `\`${operand.slot.name}\`` : 'this';
  const { type } = operand;
  if (typeof step === 'bigint') {
    return checking.fail(
      offset,
      `asks for entry ${step} of ${what}, which is ${formatFactType(type)}`,
    );
  }
  return type.kind === 'object'
    ? checking.fail(
        offset,
        `reads \`${step}\` of ${what}, which has no such field`,
        nearestName(step, Object.keys(type.fields)),
      )
    : checking.fail(
        offset,
        `reads \`${step}\` of ${what}, which is ${formatFactType(
          type,
        )} and has no fields`,
      );
}
