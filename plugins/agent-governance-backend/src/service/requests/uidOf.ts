import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/**
 * The uid of an entity: what is decided about is this one, and not another of its name later.
 *
 * @throws InputError while the catalog has not given it one
 */
export function uidOf(entity: Entity): string {
  const { uid } = entity.metadata;
  if (!uid) {
    throw new InputError(
      `'${stringifyEntityRef(
        entity,
      )}' has no uid in the catalog yet; try again once it is processed`,
    );
  }
  return uid;
}
