import { InputError } from '@backstage/errors';
import { normaliseRef } from '../../facts/normaliseRef';

/** Longer than any ref the catalog accepts: kind, namespace and name of 63 each. */
const MAX_LENGTH = 255;

/**
 * The one spelling of an entity ref that somebody sent.
 *
 * @throws InputError naming the field
 */
export function parseRef(value: unknown, field: string): string {
  const ref = typeof value === 'string' ? normaliseRef(value) : undefined;
  if (ref === undefined || ref.length > MAX_LENGTH || /\s|\p{C}/u.test(ref)) {
    throw new InputError(
      `${field}: must be an entity ref such as component:default/name`,
    );
  }
  return ref;
}
