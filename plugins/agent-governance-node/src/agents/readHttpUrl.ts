import { InputError } from '@backstage/errors';

/**
 * Reads a plain web address: http or https, and no user, query or fragment.
 *
 * @throws InputError naming the key
 */
export function readHttpUrl(value: string, key: string): URL {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (
    !url ||
    !['http:', 'https:'].includes(url.protocol) ||
    url.username !== '' ||
    url.password !== '' ||
    /[?#]/.test(value)
  ) {
    throw new InputError(
      `${key} must be an http or https address without user, query or fragment, but is '${value}'`,
    );
  }
  return url;
}
