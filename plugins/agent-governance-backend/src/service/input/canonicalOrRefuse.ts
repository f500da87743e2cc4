import { InputError, isError } from '@backstage/errors';

/**
 * Canonicalises or digests what a caller sent, and tells the caller where it cannot be done:
 * what has no canonical form (numbers beyond 2^53, half a surrogate pair, too deep a nesting)
 * could be neither recorded nor replayed.
 *
 * @throws InputError naming the path
 */
export function canonicalOrRefuse<T>(canonicalise: () => T): T {
  try {
    return canonicalise();
  } catch (error) {
    throw isError(error) && error.name === 'CanonicalJsonError'
      ? new InputError(`The body cannot be recorded: ${error.message}`)
      : error;
  }
}
