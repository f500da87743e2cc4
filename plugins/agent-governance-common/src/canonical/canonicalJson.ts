import canonicalize from 'canonicalize';
import { assertCanonicalisable } from './assertCanonicalisable';
import { CanonicalJsonError } from './CanonicalJsonError';

/**
 * The one text of a JSON value (RFC 8785), strict: a value that JSON would have to bend is refused.
 *
 * @remarks
 * Takes `unknown` because interfaces are not assignable to `JsonValue`; what is no JSON is refused at run time,
 * with a {@link CanonicalJsonError} that names the path.
 *
 * @public
 */
export function canonicalJson(value: unknown): string {
  assertCanonicalisable(value);
  const text = canonicalize(value);
  if (text === undefined) {
    throw new CanonicalJsonError('$', 'has no canonical form');
  }
  return text;
}
