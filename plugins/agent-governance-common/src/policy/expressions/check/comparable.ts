import { ExpressionType } from '../types';

const SCALARS: ReadonlySet<string> = new Set([
  'bool',
  'string',
  'timestamp',
  'duration',
]);

export function isNumber({ kind }: ExpressionType): boolean {
  return kind === 'int' || kind === 'double';
}

export function isJson({ kind }: ExpressionType): boolean {
  return kind === 'json';
}

/** Whether values of the two types can be equal at all. Numbers compare whatever they are written as. */
export function areComparable(
  left: ExpressionType,
  right: ExpressionType,
): boolean {
  if ([left, right].some(({ kind }) => kind === 'map' || kind === 'object')) {
    return false;
  }
  if (isJson(left) || isJson(right)) {
    return true;
  }
  if (left.kind === 'list' && right.kind === 'list') {
    return areComparable(left.of, right.of);
  }
  return (
    (isNumber(left) && isNumber(right)) ||
    (left.kind === right.kind && SCALARS.has(left.kind))
  );
}

/** The type of a value that comes from one of two places, when there is one. */
export function commonType(
  left: ExpressionType,
  right: ExpressionType,
): ExpressionType | undefined {
  if (isJson(left) || isJson(right)) {
    return { kind: 'json' };
  }
  if (left.kind === 'list' && right.kind === 'list') {
    const of = commonType(left.of, right.of);
    return of && { kind: 'list', of };
  }
  if (left.kind === 'string' && right.kind === 'string') {
    return { kind: 'string' };
  }
  if (left.kind !== right.kind) {
    // Known to be a number, but not which: as good as any value that is looked at when it is there.
    return isNumber(left) && isNumber(right) ? { kind: 'json' } : undefined;
  }
  return left.kind === 'object' || left.kind === 'map' ? undefined : left;
}
