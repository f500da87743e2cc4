import {
  celEnv,
  CelEnv,
  celFunc,
  CelScalar,
  isCelError,
  listType,
  parse,
  plan,
} from '@bufbuild/cel';
import { strings } from '@bufbuild/cel/ext';
import { RE2JS } from '@bufbuild/re2';
import { EXPRESSION_LIMITS } from './limits';

const { DYN } = CelScalar;
const LIST = listType(DYN);

/** Of the strings extension, what does not make texts longer. */
const TEXT = strings.filter(({ name }) =>
  ['lowerAscii', 'upperAscii'].includes(name),
);

/** Every pattern is written out in a policy, so there are few; drafts come and go, so there is an end to it. */
const patterns = new Map<string, RE2JS>();
const MAX_PATTERNS = 1_000;

function compilePattern(pattern: string): RE2JS {
  const known = patterns.get(pattern);
  if (known) {
    return known;
  }
  const compiled = RE2JS.compile(pattern);
  if (patterns.size >= MAX_PATTERNS) {
    patterns.clear();
  }
  patterns.set(pattern, compiled);
  return compiled;
}

/**
 * How the library is configured: the standard functions, two for texts, regular expressions that are
 * compiled once, and `@list`, which lets only lists pass where it is not known what comes (the library
 * would go over the keys of a map).
 */
export const CEL_ENV: CelEnv = celEnv({
  funcs: [...TEXT, celFunc('@list', [LIST], LIST, list => list)],
  re2: { compile: compilePattern },
});

/** What is wrong with a regular expression (RE2 syntax), if anything. */
export function patternProblem(pattern: string): string | undefined {
  const { patternLength } = EXPRESSION_LIMITS;
  if (pattern.length > patternLength) {
    return `has a pattern of ${pattern.length} characters, at most ${patternLength} are allowed`;
  }
  try {
    const size = patternInstructions(pattern);
    return size > EXPRESSION_LIMITS.patternInstructions
      ? `has a pattern that compiles to ${size} instructions, at most ${EXPRESSION_LIMITS.patternInstructions} are allowed`
      : undefined;
  } catch (error) {
    return `has a pattern that is not RE2: ${(error as Error).message}`;
  }
}

/** How much work a regular expression is for each character of a text. */
export function patternInstructions(pattern: string): number {
  return compilePattern(pattern).re2().prog.numInst();
}

const EXAMPLES = {
  timestamp: "timestamp('2026-12-24T00:00:00Z')",
  duration: "duration('1h30m')",
};

/** What is wrong with a time or a span of time that is written out, if anything. */
export function constantProblem(
  name: 'timestamp' | 'duration',
  text: string,
): string | undefined {
  const result = plan(CEL_ENV, parse(`${name}(text)`))({ text });
  return isCelError(result)
    ? `has ${name}('${text}'), which is none; ${EXAMPLES[name]} is one`
    : undefined;
}
