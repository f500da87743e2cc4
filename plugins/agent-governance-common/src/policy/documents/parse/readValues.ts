import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { quoteText } from '../../wording';
import { EntityPath, ProblemList } from './ProblemList';

/** An object with no other keys than these; the others are reported and left out. */
export function readObject(
  value: unknown,
  path: EntityPath,
  keys: readonly string[],
  problems: ProblemList,
): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return problems.add(path, `must be an object with ${keys.join(', ')}`);
  }
  for (const key of Object.keys(value)) {
    if (!keys.includes(key)) {
      problems.addUnknownName([...path, key], 'a field here', key, keys);
    }
  }
  return value as Record<string, unknown>;
}

/** A list of at least one and at most so many entries, each read by `readItem`; entries that are wrong are left out. */
export function readList<T>(
  value: unknown,
  path: EntityPath,
  options: {
    what: string;
    max: number;
    problems: ProblemList;
    readItem: (item: unknown, path: EntityPath) => T | undefined;
  },
): T[] | undefined {
  const { what, max, problems, readItem } = options;
  if (!Array.isArray(value) || value.length === 0) {
    return problems.add(path, `must be a list of at least one ${what}`);
  }
  if (value.length > max) {
    return problems.add(
      path,
      `has ${value.length} entries; at most ${max} are allowed`,
    );
  }
  return value.flatMap((item, index) => {
    const read = readItem(item, [...path, index]);
    return read === undefined ? [] : [read];
  });
}

/** Text that says something and is not too long. */
export function readText(
  value: unknown,
  path: EntityPath,
  options: { what: string; max: number; problems: ProblemList },
): string | undefined {
  const { what, max, problems } = options;
  if (typeof value !== 'string' || value.trim() === '') {
    return problems.add(path, `must be ${what}`);
  }
  if (value.length > max) {
    return problems.add(
      path,
      `is ${value.length} characters long; at most ${max} are allowed`,
    );
  }
  return value;
}

/** One of a few words. */
export function readWord<T extends string>(
  value: unknown,
  path: EntityPath,
  options: { what: string; allowed: readonly T[]; problems: ProblemList },
): T | undefined {
  const { what, allowed, problems } = options;
  if (typeof value !== 'string') {
    return problems.add(path, `must be ${what}: ${allowed.join(', ')}`);
  }
  return allowed.includes(value as T)
    ? (value as T)
    : problems.addUnknownName(path, what, value, allowed);
}

/** An entity ref, in full. */
export function readRef(
  value: unknown,
  path: EntityPath,
  options: {
    what: string;
    defaultKind?: string;
    defaultNamespace?: string;
    kinds?: readonly string[];
    problems: ProblemList;
  },
): string | undefined {
  const { what, kinds, problems, ...defaults } = options;
  const text = readText(value, path, { what, max: 256, problems });
  if (text === undefined) {
    return undefined;
  }
  try {
    const ref = parseEntityRef(text, {
      defaultKind: defaults.defaultKind,
      defaultNamespace: defaults.defaultNamespace ?? 'default',
    });
    return kinds && !kinds.includes(ref.kind.toLowerCase())
      ? problems.add(
          path,
          `must be ${what}; ${quoteText(text)} is of the kind ${ref.kind}`,
        )
      : stringifyEntityRef(ref);
  } catch {
    return problems.add(path, `must be ${what}, and is ${quoteText(text)}`);
  }
}

/** Each once, in one order: lists whose order means nothing have one text. */
export function inOrder(items: readonly string[]): string[] {
  return Array.from(new Set(items)).sort();
}
