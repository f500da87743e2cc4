const MAX_LENGTH = 200;
/** Most text is this, and needs nothing done to it. */
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * Text somebody else wrote, fit to stand in a sentence of ours.
 *
 * Control, bidirectional and line-separating characters are escaped and long text is cut, so that
 * a name or a value cannot rewrite the sentence around it.
 */
export function plainText(text: string, maxLength = MAX_LENGTH): string {
  if (text.length <= maxLength && PLAIN.test(text)) {
    return text;
  }
  const characters = Array.from(text.slice(0, 2 * maxLength));
  const cut = characters.length > maxLength;
  return (
    characters
      .slice(0, maxLength)
      .join('')
      .replace(
        /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
        character => `\\u{${character.codePointAt(0)?.toString(16)}}`,
      ) + (cut ? '…' : '')
  );
}
