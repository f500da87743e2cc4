import { CanonicalJsonError } from './CanonicalJsonError';

/** Nesting beyond this is refused: nobody writes it, and recursion must end somewhere. */
const MAX_DEPTH = 64;

/** Half a surrogate pair: with the u flag, only one without its partner is a code point of this class. */
const LONE_SURROGATE = /\p{Surrogate}/u;
/** Most text has none of either half, and finding that out is much cheaper. */
const ANY_SURROGATE = /[\uD800-\uDFFF]/;

/** Where a visit stands. Kept as it goes and only put into words when something is wrong: this runs for every decision. */
interface Position {
  steps: Array<string | number>;
  ancestors: object[];
}

/**
 * Refuses every value that canonical JSON would drop, invent or render in two ways.
 *
 * The stock serialiser leaves out `undefined`, turns holes into `null` and calls `toJSON`;
 * each of these would let two different values share a digest.
 */
export function assertCanonicalisable(value: unknown): void {
  visit(value, { steps: [], ancestors: [] });
}

function visit(value: unknown, position: Position): void {
  switch (typeof value) {
    case 'boolean':
      return;
    case 'string':
      assertWellFormed(value, position);
      return;
    case 'number':
      assertExactNumber(value, position);
      return;
    case 'object':
      if (value !== null) {
        visitObject(value, position);
      }
      return;
    default:
      throw refused(position, `is ${typeof value}, which is no JSON`);
  }
}

function visitObject(value: object, position: Position): void {
  const { steps, ancestors } = position;
  if (ancestors.length >= MAX_DEPTH) {
    throw refused(position, `is nested deeper than ${MAX_DEPTH}`);
  }
  if (ancestors.includes(value)) {
    throw refused(position, 'contains itself');
  }
  assertPlain(value, position);

  const keys = Object.keys(value);
  const isArray = Array.isArray(value);
  if (isArray && !isDense(value, keys)) {
    throw refused(position, 'is an array with holes or extra keys');
  }
  ancestors.push(value);
  for (const key of keys) {
    steps.push(isArray ? Number(key) : key);
    if (!isArray) {
      assertWellFormed(key, position);
    }
    visit((value as Record<string, unknown>)[key], position);
    steps.pop();
  }
  ancestors.pop();
}

function isDense(value: readonly unknown[], keys: string[]): boolean {
  return (
    keys.length === value.length &&
    keys.every((key, index) => key === String(index))
  );
}

/** Plain by shape, not by identity, so that values of another realm (a worker, a test) pass. */
function assertPlain(value: object, position: Position): void {
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') {
    throw refused(position, 'brings its own toJSON');
  }
  if (Object.getOwnPropertySymbols(value).length > 0) {
    throw refused(position, 'has a symbol as key');
  }
  const prototype = Object.getPrototypeOf(value);
  const isPlain =
    prototype === null || Object.getPrototypeOf(prototype) === null;
  if (!isPlain && !Array.isArray(value)) {
    throw refused(position, 'is not a plain object');
  }
}

function assertExactNumber(value: number, position: Position): void {
  if (!Number.isFinite(value)) {
    throw refused(position, `is ${value}, which is no JSON`);
  }
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw refused(position, 'is an integer too large to be exact');
  }
}

function assertWellFormed(text: string, position: Position): void {
  if (ANY_SURROGATE.test(text) && LONE_SURROGATE.test(text)) {
    throw refused(position, 'holds half a surrogate pair');
  }
}

function refused({ steps }: Position, problem: string): CanonicalJsonError {
  const path = steps.map(step =>
    typeof step === 'string' && /^[A-Za-z_]\w*$/.test(step)
      ? `.${step}`
      : `[${JSON.stringify(step)}]`,
  );
  return new CanonicalJsonError(`$${path.join('')}`, problem);
}
