import { parse } from '@bufbuild/cel';
import { EXPRESSION_LIMITS } from './limits';

export type ParsedExpression = ReturnType<typeof parse>;
export type LibraryExpr = NonNullable<ParsedExpression['expr']>;

export interface SourceProblem {
  offset: number;
  reason: string;
  suggestion?: string;
}

/** Words of other languages, and what they are called here. */
const SPELT_HERE: ReadonlyArray<[pattern: RegExp, spelling: string]> = [
  [/^and\b|^&(?!&)/i, '&&'],
  [/^or\b|^\|(?!\|)/i, '||'],
  [/^not\b/i, '!'],
  [/^===?|^=/, '=='],
];

/** The library's tree of an expression, or the one thing that keeps it from having one. Never throws. */
export function parseExpression(
  source: string,
): { parsed: ParsedExpression } | { problem: SourceProblem } {
  const tooMuch = sizeProblem(source);
  if (tooMuch) {
    return { problem: tooMuch };
  }
  try {
    return { parsed: parse(source) };
  } catch (error) {
    return { problem: syntaxProblem(source, error) };
  }
}

function sizeProblem(source: string): SourceProblem | undefined {
  const { sourceLength, depth } = EXPRESSION_LIMITS;
  if (source.length > sourceLength) {
    return {
      offset: sourceLength,
      reason: `is ${source.length} characters long, at most ${sourceLength} are allowed`,
    };
  }
  if (source.trim() === '') {
    return { offset: 0, reason: 'is empty; leave it out if it always applies' };
  }
  // Brackets in texts count too: nobody needs that many, and the parser is not to be asked.
  let open = 0;
  for (let offset = 0; offset < source.length; offset += 1) {
    if ('([{'.includes(source[offset])) {
      open += 1;
    } else if (')]}'.includes(source[offset])) {
      open -= 1;
    }
    if (open > depth) {
      return { offset, reason: tooDeep() };
    }
  }
  return undefined;
}

export function tooDeep(): string {
  return `is nested deeper than ${EXPRESSION_LIMITS.depth} levels`;
}

function syntaxProblem(source: string, error: unknown): SourceProblem {
  if (error instanceof RangeError) {
    return { offset: 0, reason: tooDeep() };
  }
  const { location, rawMessage, message } = error as {
    location?: { start?: { offset?: number } };
    rawMessage?: string;
    message?: string;
  };
  const offset = Math.min(location?.start?.offset ?? 0, source.length);
  const rest = source.slice(offset);
  return {
    offset,
    reason: `does not parse: ${rawMessage ?? message ?? 'not an expression'}`,
    suggestion: SPELT_HERE.find(([pattern]) => pattern.test(rest))?.[1],
  };
}
