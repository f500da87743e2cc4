import type { PolicyProblem } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { PlacedProblem } from '../types';
import { fixOf } from './fixOf';

/** A name with its dots, a number, an operator, or anything else one character wide. */
const TOKEN = /[\w$.]+|[=!<>&|]+|[^\s]/y;

/** Finds in the text what a problem is about, and what would put it right. */
export function placeProblem(
  problem: PolicyProblem,
  text: string,
  severity: PlacedProblem['severity'] = 'error',
): PlacedProblem {
  const from = offsetOf(problem, text);
  if (from === undefined) {
    return { ...problem, severity };
  }
  TOKEN.lastIndex = from;
  const length = TOKEN.exec(text)?.[0].length ?? 0;
  const fix = fixOf(problem, text, from);
  return {
    ...problem,
    severity,
    range: { from, to: from + length },
    ...(fix && { fix }),
  };
}

/** From line and column, both from 1, to a place in the text; no further than its line goes. */
function offsetOf(
  { line, column = 1 }: PolicyProblem,
  text: string,
): number | undefined {
  if (line === undefined) {
    return undefined;
  }
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const end = text.indexOf('\n', start);
    if (end === -1) {
      return text.length;
    }
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return Math.min(start + column - 1, end === -1 ? text.length : end);
}
