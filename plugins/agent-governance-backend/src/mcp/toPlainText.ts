/** What reorders, hides or breaks the text around it; line feeds and tabs stay. */
const HIDDEN =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\u{e0000}-\u{e0fff}]|\p{Cs}/gu;

/**
 * Text of a server as it may be shown: cut to a length, and with every character that a reader would not see written
 * out, as in `[U+202E]`.
 */
export function toPlainText(text: string, options: { max: number }): string {
  const shown = text.replace(HIDDEN, character => {
    const hex = character.codePointAt(0)!.toString(16).toUpperCase();
    return `[U+${hex.padStart(4, '0')}]`;
  });
  const characters = [...shown];
  return characters.length > options.max
    ? `${characters.slice(0, options.max - 1).join('')}…`
    : shown;
}
