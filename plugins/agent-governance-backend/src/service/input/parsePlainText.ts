import { InputError } from '@backstage/errors';

/** Controls but line feed and tab, halves of characters, and what turns the direction of the text around it. */
const FORBIDDEN = /[^\P{Cc}\n\t]|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u;

/**
 * Text that a person wrote, trimmed. Refused when it is too long, or holds what a page would not
 * show as it is.
 *
 * @throws InputError naming the field
 */
export function parsePlainText(
  value: unknown,
  options: { field: string; min: number; max: number },
): string {
  const { field, min, max } = options;
  const text = typeof value === 'string' ? value.trim() : undefined;
  if (text === undefined || text.length < min || text.length > max) {
    throw new InputError(`${field}: must be ${min} to ${max} characters long`);
  }
  if (FORBIDDEN.test(text)) {
    throw new InputError(
      `${field}: must be plain text without control characters`,
    );
  }
  return text;
}
