import { ExpressionNode } from '../../expressions/ExpressionNode';

/**
 * When a rule matches, as a formula over things that are true, false or unknown: conjunctions, disjunctions, and
 * single questions, negated or not. `text` is the same for formulas that are written alike, whatever the order.
 */
export type Condition =
  | { kind: 'always' | 'never'; text: string }
  | { kind: 'all' | 'any'; parts: readonly Condition[]; text: string }
  | Question;

/** One question that is not looked into further. */
export interface Question {
  kind: 'question';
  /** Names it, without the negation. */
  name: string;
  negated: boolean;
  text: string;
  /** What it is in an expression, where it comes from one. */
  node?: ExpressionNode;
  /** It asks whether an action's id is this, or begins so (`*` at the end). */
  action?: string;
}

export const ALWAYS: Condition = { kind: 'always', text: 'always' };
export const NEVER: Condition = { kind: 'never', text: 'never' };

/** One question; of the same name, the same question. */
export function question(
  name: string,
  about: { node?: ExpressionNode; action?: string; negated?: boolean } = {},
): Condition {
  const { negated = false, ...rest } = about;
  const text = negated ? `not ${name}` : name;
  return { kind: 'question', name, negated, text, ...rest };
}

/** All of these: *false* as soon as one is, whatever else is unknown. */
export function allOf(parts: readonly Condition[]): Condition {
  return join('all', parts, { absorbs: 'never', ignores: 'always' });
}

/** Any of these: *true* as soon as one is, whatever else is unknown. */
export function anyOf(parts: readonly Condition[]): Condition {
  return join('any', parts, { absorbs: 'always', ignores: 'never' });
}

function join(
  kind: 'all' | 'any',
  parts: readonly Condition[],
  words: { absorbs: 'always' | 'never'; ignores: 'always' | 'never' },
): Condition {
  const flat = new Map<string, Condition>();
  for (const part of parts) {
    for (const inner of part.kind === kind ? part.parts : [part]) {
      flat.set(inner.text, inner);
    }
  }
  flat.delete(words.ignores);
  if (flat.has(words.absorbs)) {
    return words.absorbs === 'always' ? ALWAYS : NEVER;
  }
  if (flat.size === 0) {
    return words.ignores === 'always' ? ALWAYS : NEVER;
  }
  const texts = Array.from(flat.keys()).sort();
  const joined = texts.map(text => flat.get(text)!);
  return joined.length === 1
    ? joined[0]
    : { kind, parts: joined, text: `${kind}(${texts.join(', ')})` };
}
