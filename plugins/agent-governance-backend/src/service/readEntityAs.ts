import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';

const HIDDEN = ['NotFoundError', 'NotAllowedError'];

/**
 * An entity as somebody may see it, asked with their own credentials.
 *
 * @throws NotFoundError when it does not exist and, in the same words, when it is hidden from
 *   them; ServiceUnavailableError when the catalog cannot answer.
 */
export async function readEntityAs(options: {
  catalog: CatalogService;
  ref: string;
  credentials: BackstageCredentials;
}): Promise<Entity> {
  const { catalog, ref, credentials } = options;
  let entity: Entity | undefined;
  try {
    entity = await catalog.getEntityByRef(ref, { credentials });
  } catch (error) {
    if (!isRefusal(error)) {
      throw new ServiceUnavailableError('The catalog did not answer', error);
    }
  }
  if (!entity) {
    throw new NotFoundError(`${ref} does not exist, or you may not read it`);
  }
  return entity;
}

/** Errors of a client carry what the other side meant as their cause. */
function isRefusal(error: unknown): boolean {
  const { name, cause } = (error ?? {}) as {
    name?: string;
    cause?: { name?: string };
  };
  return HIDDEN.includes(name ?? '') || HIDDEN.includes(cause?.name ?? '');
}
