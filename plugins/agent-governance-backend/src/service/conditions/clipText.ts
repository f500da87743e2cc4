/** Controls, halves of characters, and what turns the direction of the text around it. */
const UNSHOWABLE = /\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Text from outside as one plain line of at most so many characters; `undefined` when nothing is left.
 *
 * Cut rather than refused: an incident counts however long its title is.
 */
export function clipText(
  text: string | null | undefined,
  maxLength: number,
): string | undefined {
  const line = (text ?? '')
    .replaceAll(UNSHOWABLE, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (line === '') {
    return undefined;
  }
  const characters = Array.from(line);
  return characters.length > maxLength
    ? `${characters.slice(0, maxLength - 1).join('')}…`
    : line;
}
