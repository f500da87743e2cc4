import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const KEY = 'auth.providers.personas.people';

/**
 * The people a visitor may be, as full entity refs.
 *
 * @throws InputError when one of them is not a user: an agent or a group signs in nowhere through here.
 */
export function readPersonaRefs(config: Config): Set<string> {
  const people = config.getOptionalConfigArray(KEY) ?? [];
  return new Set(
    people.map((person, index) => {
      const ref = parseEntityRef(person.getString('user'));
      if (ref.kind.toLocaleLowerCase('en-US') !== 'user') {
        throw new InputError(
          `${KEY}[${index}].user must be a user, but is ${ref.kind}`,
        );
      }
      return stringifyEntityRef(ref);
    }),
  );
}
