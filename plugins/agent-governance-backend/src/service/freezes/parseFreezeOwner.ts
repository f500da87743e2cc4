import { InputError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { PersonCaller } from '../Caller';
import { parseRef } from '../input/parseRef';
import { readEntityAs } from '../readEntityAs';

/**
 * Who answers for a freeze: whoever sets it, unless they name somebody.
 *
 * @throws InputError naming the field
 */
export async function parseFreezeOwner(
  owner: string | undefined,
  options: { caller: PersonCaller; catalog: CatalogService },
): Promise<string> {
  const { caller, catalog } = options;
  if (owner === undefined) {
    return caller.ref;
  }
  const ref = parseRef(owner, 'owner');
  if (!/^(user|group):/.test(ref)) {
    throw new InputError('owner: must be a person or a group');
  }
  try {
    await readEntityAs({ catalog, ref, credentials: caller.credentials });
  } catch (error) {
    if (error instanceof NotFoundError) {
      throw new InputError(`owner: ${error.message}`);
    }
    throw error;
  }
  return ref;
}
