/** A run of ordinary text, or one character that a reader would not see. */
export type TextPart =
  | { kind: 'text'; value: string }
  | { kind: 'hidden'; codePoint: string };

/**
 * Control characters, characters of no width, and everything that reorders or hides text:
 * an agent could use them to make a line read differently from what it says.
 * Line breaks and tabs stay.
 */
const HIDDEN =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]|\p{Surrogate}/gu;

function codePointOf(character: string): string {
  const hex = character.codePointAt(0)!.toString(16).toUpperCase();
  return `U+${hex.padStart(4, '0')}`;
}

/** Splits text so that every hidden character can be shown by its number. */
export function revealHidden(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > end) {
      parts.push({ kind: 'text', value: text.slice(end, match.index) });
    }
    parts.push({ kind: 'hidden', codePoint: codePointOf(match[0]) });
    end = match.index + match[0].length;
  }
  if (end < text.length) {
    parts.push({ kind: 'text', value: text.slice(end) });
  }
  return parts;
}
