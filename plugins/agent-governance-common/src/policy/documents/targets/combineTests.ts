import { Facts, Ternary } from '../../../model';
import { FactPath } from '../../facts';
import { UNKNOWN } from '../../facts/scopeValues';
import { ternaryAnd, ternaryNot, ternaryOr } from '../../ternary';
import { requireAll, requireAny } from './requirements';
import { foldValue, TargetTest } from './TargetTest';
import { TargetField } from './targetFields';
import { isPrimitive, Primitive, ValueTest } from './valueTests';

/** What asks nothing. */
export const ALWAYS: TargetTest = {
  test: () => true,
  reads: [],
  requires: new Map(),
};

/** A question about the value at one path. */
export function fieldTest(
  key: string,
  field: TargetField,
  wanted: unknown,
  test: ValueTest,
): TargetTest {
  return {
    test: (facts: Facts): Ternary => {
      const value = field.read(facts);
      return value === UNKNOWN ? 'unknown' : test(value);
    },
    reads: [field.fact],
    requires: requiredValues(key, wanted),
  };
}

function requiredValues(
  key: string,
  wanted: unknown,
): ReadonlyMap<string, readonly string[]> {
  if (isPrimitive(wanted)) {
    return new Map([[key, [foldValue(wanted)]]]);
  }
  const list = (wanted as { $in?: Primitive[] }).$in;
  return new Map(list ? [[key, list.map(foldValue)]] : []);
}

export function all(parts: TargetTest[]): TargetTest {
  if (parts.length === 1) {
    return parts[0];
  }
  return {
    test: facts => ternaryAnd(parts.map(part => part.test(facts))),
    reads: readsOf(parts),
    requires: requireAll(parts),
  };
}

export function any(parts: TargetTest[]): TargetTest {
  return {
    test: facts => ternaryOr(parts.map(part => part.test(facts))),
    reads: readsOf(parts),
    requires: requireAny(parts),
  };
}

export function not(part: TargetTest): TargetTest {
  return {
    test: facts => ternaryNot(part.test(facts)),
    reads: part.reads,
    requires: new Map(),
  };
}

function readsOf(parts: readonly TargetTest[]): FactPath[] {
  return Array.from(new Set(parts.flatMap(part => part.reads)));
}
