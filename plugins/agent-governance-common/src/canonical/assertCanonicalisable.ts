import { CanonicalJsonError } from './CanonicalJsonError';

/** Nesting beyond this is refused: nobody writes it, and recursion must end somewhere. */
const MAX_DEPTH = 64;

/**
 * Refuses every value that canonical JSON would drop, invent or render in two ways.
 *
 * The stock serialiser leaves out `undefined`, turns holes into `null` and calls `toJSON`;
 * each of these would let two different values share a digest.
 */
export function assertCanonicalisable(value: unknown): void {
  visit(value, '$', 0, new Set());
}

function visit(
  value: unknown,
  path: string,
  depth: number,
  ancestors: Set<object>,
): void {
  switch (typeof value) {
    case 'boolean':
      return;
    case 'string':
      assertWellFormed(value, path);
      return;
    case 'number':
      assertExactNumber(value, path);
      return;
    case 'object':
      if (value !== null) {
        visitObject(value, path, depth, ancestors);
      }
      return;
    default:
      throw new CanonicalJsonError(
        path,
        `is ${typeof value}, which is no JSON`,
      );
  }
}

function visitObject(
  value: object,
  path: string,
  depth: number,
  ancestors: Set<object>,
): void {
  if (depth >= MAX_DEPTH) {
    throw new CanonicalJsonError(path, `is nested deeper than ${MAX_DEPTH}`);
  }
  if (ancestors.has(value)) {
    throw new CanonicalJsonError(path, 'contains itself');
  }
  assertPlain(value, path);

  ancestors.add(value);
  if (Array.isArray(value)) {
    if (Object.keys(value).length !== value.length) {
      throw new CanonicalJsonError(
        path,
        'is an array with holes or extra keys',
      );
    }
    value.forEach((item, index) =>
      visit(item, `${path}[${index}]`, depth + 1, ancestors),
    );
  } else {
    for (const [key, item] of Object.entries(value)) {
      const itemPath = pathOf(path, key);
      assertWellFormed(key, itemPath);
      visit(item, itemPath, depth + 1, ancestors);
    }
  }
  ancestors.delete(value);
}

/** Plain by shape, not by identity, so that values of another realm (a worker, a test) pass. */
function assertPlain(value: object, path: string): void {
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') {
    throw new CanonicalJsonError(path, 'brings its own toJSON');
  }
  if (Object.getOwnPropertySymbols(value).length > 0) {
    throw new CanonicalJsonError(path, 'has a symbol as key');
  }
  const prototype = Object.getPrototypeOf(value);
  const isPlain =
    prototype === null || Object.getPrototypeOf(prototype) === null;
  if (!isPlain && !Array.isArray(value)) {
    throw new CanonicalJsonError(path, 'is not a plain object');
  }
}

function assertExactNumber(value: number, path: string): void {
  if (!Number.isFinite(value)) {
    throw new CanonicalJsonError(path, `is ${value}, which is no JSON`);
  }
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new CanonicalJsonError(path, 'is an integer too large to be exact');
  }
}

function assertWellFormed(text: string, path: string): void {
  // With the u flag only surrogates without their partner are code points of this class.
  if (/\p{Surrogate}/u.test(text)) {
    throw new CanonicalJsonError(path, 'holds half a surrogate pair');
  }
}

function pathOf(parent: string, key: string): string {
  return /^[A-Za-z_]\w*$/.test(key)
    ? `${parent}.${key}`
    : `${parent}[${JSON.stringify(key)}]`;
}
