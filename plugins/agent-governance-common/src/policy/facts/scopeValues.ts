import { Fact, Facts } from '../../model';
import { FactPath } from './FactPath';

/** Stands for whatever cannot be relied on: unknown, stale, missing or malformed. */
export const UNKNOWN = Symbol('unknown');

/** Finds a fact without looking its path up again: for what is asked of every decision. */
export function factGetter(
  path: FactPath,
): (facts: Facts) => Fact<any> | undefined {
  const [group, name] = path.split('.');
  return name === undefined
    ? facts => (facts as any)[group]
    : facts => (facts as any)[group]?.[name];
}

/** A fact that always has a value: none is as good as unknown. */
export function readText(
  path: FactPath,
): (facts: Facts) => string | typeof UNKNOWN {
  const get = factGetter(path);
  return facts => {
    const fact = get(facts);
    return fact?.state === 'known' &&
      typeof fact.value === 'string' &&
      fact.value !== ''
      ? fact.value
      : UNKNOWN;
  };
}

/** A fact that may be known to have no value: a target without a system, say. */
export function readOptionalText(
  path: FactPath,
): (facts: Facts) => string | undefined | typeof UNKNOWN {
  const get = factGetter(path);
  return facts => {
    const fact = get(facts);
    return fact?.state === 'known' &&
      (fact.value === undefined || typeof fact.value === 'string')
      ? fact.value
      : UNKNOWN;
  };
}

/** A fact that is a list of texts; none is as good as unknown, an empty list is not. */
export function readTexts(
  path: FactPath,
): (facts: Facts) => readonly string[] | typeof UNKNOWN {
  const get = factGetter(path);
  return facts => {
    const fact = get(facts);
    return fact?.state === 'known' &&
      Array.isArray(fact.value) &&
      fact.value.every((item: unknown) => typeof item === 'string')
      ? fact.value
      : UNKNOWN;
  };
}

/** A fact that is a map; none is as good as unknown, an empty map is not. */
export function readMap(
  path: FactPath,
): (facts: Facts) => Readonly<Record<string, unknown>> | typeof UNKNOWN {
  const get = factGetter(path);
  return facts => {
    const fact = get(facts);
    return fact?.state === 'known' &&
      typeof fact.value === 'object' &&
      fact.value !== null &&
      !Array.isArray(fact.value)
      ? fact.value
      : UNKNOWN;
  };
}
