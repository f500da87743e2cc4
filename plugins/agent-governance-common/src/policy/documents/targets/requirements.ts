import { TargetTest } from './TargetTest';

type Requires = TargetTest['requires'];

/** All of them must hold, so whatever one of them requires is required; the shorter list says more. */
export function requireAll(parts: readonly { requires: Requires }[]): Requires {
  const required = new Map<string, readonly string[]>();
  for (const { requires } of parts) {
    for (const [path, values] of requires) {
      const before = required.get(path);
      if (!before || values.length < before.length) {
        required.set(path, values);
      }
    }
  }
  return required;
}

/** One of them is enough, so only what each of them requires is required. */
export function requireAny(parts: readonly { requires: Requires }[]): Requires {
  const [first, ...others] = parts;
  if (!first) {
    return new Map();
  }
  const required = new Map<string, readonly string[]>();
  for (const [path, values] of first.requires) {
    const all = others.map(({ requires }) => requires.get(path));
    if (all.every(found => found !== undefined)) {
      required.set(
        path,
        Array.from(new Set([...values, ...all.flatMap(found => found ?? [])])),
      );
    }
  }
  return required;
}
