import type { PolicyProblem } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { TextChange } from '../types';

const NAME = /^[A-Za-z_][\w.-]*$/;
const OPERATOR = /^(?:&&|\|\||!|==)$/;

/**
 * The change that a suggestion stands for. Only where it is plain what it stands instead of: a name that the problem
 * itself quotes, or an operator as other languages write it.
 */
export function fixOf(
  { reason, suggestion }: PolicyProblem,
  text: string,
  offset: number,
): TextChange | undefined {
  if (suggestion === undefined) {
    return undefined;
  }
  if (OPERATOR.test(suggestion)) {
    const written = /^(?:and|or|not|[=&|]+)/i.exec(text.slice(offset))?.[0];
    return written === undefined
      ? undefined
      : { from: offset, to: offset + written.length, insert: suggestion };
  }
  if (!NAME.test(suggestion)) {
    return undefined;
  }
  const named = nameAt(text, offset, suggestion.includes('.'));
  return named && quotes(reason, text.slice(named.from, named.to))
    ? { ...named, insert: suggestion }
    : undefined;
}

/** Whether a sentence names something as what was written, rather than happens to have the word. */
function quotes(reason: string, written: string): boolean {
  return ['“”', '``', "''", '""'].some(([open, close]) =>
    reason.includes(`${open}${written}${close}`),
  );
}

/** The name that stands there, bare or in quotes; with what stands before its dots where a whole path is meant. */
function nameAt(
  text: string,
  offset: number,
  isPath: boolean,
): { from: number; to: number } | undefined {
  let from = /["']/.test(text[offset]) ? offset + 1 : offset;
  const before = isPath ? /[\w.]/ : /[\w-]/;
  while (from > 0 && before.test(text[from - 1])) {
    from -= 1;
  }
  const after = isPath ? /\w/ : /[\w-]/;
  let to = Math.max(from, offset);
  if (/["']/.test(text[to])) {
    to += 1;
  }
  while (to < text.length && after.test(text[to])) {
    to += 1;
  }
  return to > Math.max(from, offset) ? { from, to } : undefined;
}
