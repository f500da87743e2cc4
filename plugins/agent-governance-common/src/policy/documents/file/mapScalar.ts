import type { Scalar } from 'yaml';

/** A character of a scalar as it is written, or the space between two lines of it. */
interface Written {
  offset: number;
  /** Length in the file. */
  length: number;
  /** What it stands for; nothing for a break that the language takes out or turns into a space. */
  text: string;
  /** White space that is written as such: lines are folded at it. */
  isGap: boolean;
}

/** How many characters of the file an escape takes, after the backslash. */
const ESCAPE_LENGTH: Record<string, number> = { x: 3, u: 5, U: 9 };
const SPACE = /\s/;

/**
 * Finds for each character of a text where it is written in the YAML file it was read from: of a plain, a quoted or a
 * block scalar, folded over lines or not. One more entry says where the text ends.
 *
 * All of these only ever change white space, quotation marks and escapes. So what is written and what was read are
 * walked side by side, and where they do not agree there is no answer, rather than a wrong one.
 *
 * @returns offsets in the file; `undefined` where it cannot be told
 */
export function mapScalar(
  file: string,
  scalar: Pick<Scalar, 'type' | 'range' | 'value'>,
): number[] | undefined {
  const { value, range } = scalar;
  if (typeof value !== 'string' || !range) {
    return undefined;
  }
  const [start, end] = contentOf(file, scalar, range);
  const written = read(file, { start, end, type: scalar.type });
  const offsets: number[] = [];
  let at = 0;
  let last = start;
  while (offsets.length < value.length) {
    const character = value[offsets.length];
    const isSpace = SPACE.test(character);
    while (at < written.length && isPassed(written[at], isSpace)) {
      at += 1;
    }
    const found = written[at];
    if (found && !found.isGap && value.startsWith(found.text, offsets.length)) {
      offsets.push(...Array(found.text.length).fill(found.offset));
      last = found.offset + found.length;
      at += 1;
    } else if (isSpace) {
      offsets.push(found?.offset ?? last);
    } else {
      return undefined;
    }
  }
  return [...offsets, last];
}

/** Whether what is written stands for nothing that is still to come. */
function isPassed({ text }: Written, isSpaceNext: boolean): boolean {
  return text === '' || (!isSpaceNext && SPACE.test(text));
}

/** Without quotation marks, or the line that opens a block. */
function contentOf(
  file: string,
  { type }: Pick<Scalar, 'type'>,
  [start, end]: readonly [number, number, number],
): [start: number, end: number] {
  switch (type) {
    case 'QUOTE_SINGLE':
    case 'QUOTE_DOUBLE':
      return [start + 1, end - 1];
    case 'BLOCK_LITERAL':
    case 'BLOCK_FOLDED': {
      const firstLine = file.indexOf('\n', start);
      return [firstLine < 0 ? end : firstLine + 1, end];
    }
    default:
      return [start, end];
  }
}

function read(
  file: string,
  { start, end, type }: { start: number; end: number; type: Scalar['type'] },
): Written[] {
  const written: Written[] = [];
  for (let offset = start; offset < end; ) {
    const next = readOne(file, offset, type);
    written.push(next);
    offset += next.length;
  }
  return written;
}

function readOne(file: string, offset: number, type: Scalar['type']): Written {
  const character = file[offset];
  if (type === 'QUOTE_DOUBLE' && character === '\\') {
    return readEscape(file, offset);
  }
  if (type === 'QUOTE_SINGLE' && character === "'") {
    return { offset, length: 2, text: "'", isGap: false };
  }
  const isGap = SPACE.test(character);
  return { offset, length: 1, text: character, isGap };
}

function readEscape(file: string, offset: number): Written {
  const name = file[offset + 1];
  if (name === '\n' || name === '\r') {
    return { offset, length: 2, text: '', isGap: true };
  }
  const length = 1 + (ESCAPE_LENGTH[name] ?? 1);
  const text = unescape(name, file.slice(offset + 2, offset + length));
  return { offset, length, text, isGap: false };
}

const NAMED: Record<string, string> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};

function unescape(name: string, digits: string): string {
  if (digits === '') {
    return NAMED[name] ?? name;
  }
  const codePoint = Number.parseInt(digits, 16);
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '';
}
