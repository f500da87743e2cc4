import { CompiledExpression } from './CompiledExpression';

/** By text. Many policies ask the same: each text is planned once, for as long as a policy holds it. */
const compiled = new Map<string, WeakRef<CompiledExpression>>();

/** At how many texts those that nobody holds any more are let go; doubles with those that are held. */
const MIN_SWEEP = 1_000;
let sweepAt = MIN_SWEEP;

/** The expression of this text that somebody holds, if anybody does. What it comes to depends on nothing but its text. */
export function sharedExpression(
  source: string,
): CompiledExpression | undefined {
  return compiled.get(source)?.deref();
}

export function shareExpression(expression: CompiledExpression): void {
  compiled.set(expression.source, new WeakRef(expression));
  if (compiled.size < sweepAt) {
    return;
  }
  for (const [source, held] of compiled) {
    if (!held.deref()) {
      compiled.delete(source);
    }
  }
  sweepAt = Math.max(MIN_SWEEP, 2 * compiled.size);
}
