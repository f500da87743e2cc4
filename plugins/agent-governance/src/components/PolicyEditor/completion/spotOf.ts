/** Where the cursor is in an expression: between parts, in a text that is not closed yet, or in a comment. */
export type ExpressionSpot =
  | { in: 'code' }
  | { in: 'comment' }
  | { in: 'text'; start: number };

/** Reads an expression up to the cursor. */
export function spotOf(before: string): ExpressionSpot {
  let quote: string | undefined;
  let start = 0;
  for (let at = 0; at < before.length; at += 1) {
    const character = before[at];
    if (quote !== undefined) {
      if (character === '\\') {
        at += 1;
      } else if (character === quote) {
        quote = undefined;
      }
    } else if (character === "'" || character === '"') {
      quote = character;
      start = at + 1;
    } else if (character === '/' && before[at + 1] === '/') {
      const end = before.indexOf('\n', at);
      if (end === -1) {
        return { in: 'comment' };
      }
      at = end;
    }
  }
  return quote === undefined ? { in: 'code' } : { in: 'text', start };
}
