import { foldValue } from './TargetTest';

/** What predicates compare with. */
export type Primitive = string | number | boolean;

export function isPrimitive(value: unknown): value is Primitive {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** A question about a value that is known, or known not to be there. */
export type ValueTest = (value: unknown) => boolean;

/** Equality as everywhere in the portal: text in either case, numbers as text. */
export function equals(wanted: Primitive): ValueTest {
  if (typeof wanted === 'string') {
    const folded = foldValue(wanted);
    return value =>
      typeof value === 'number'
        ? String(value) === wanted
        : typeof value === 'string' && foldValue(value) === folded;
  }
  return typeof wanted === 'number'
    ? value => value !== undefined && String(value) === String(wanted)
    : value => value === wanted;
}

export function isOneOf(wanted: readonly Primitive[]): ValueTest {
  const tests = wanted.map(equals);
  return value => tests.some(test => test(value));
}

export function exists(wanted: boolean): ValueTest {
  return value => (value !== undefined) === wanted;
}

export function hasPrefix(wanted: string): ValueTest {
  const folded = foldValue(wanted);
  return value =>
    typeof value === 'string' && foldValue(value).startsWith(folded);
}

export function contains(element: ValueTest): ValueTest {
  return value => Array.isArray(value) && value.some(element);
}
