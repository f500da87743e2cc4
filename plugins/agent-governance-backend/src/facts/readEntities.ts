import { AuthService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';

/** Keeps one request to the catalog well below the size it accepts. */
const BATCH = 200;
const FIELDS = ['kind', 'metadata.namespace', 'metadata.name', 'relations'];

/**
 * Reads what exists of these entities, by ref, with the plugin's own credentials: identity and
 * relations only.
 *
 * @throws ServiceUnavailableError when the catalog cannot answer: "there is none" is an answer,
 *   a failure is not.
 */
export async function readEntities(options: {
  auth: AuthService;
  catalog: CatalogService;
  refs: string[];
}): Promise<Map<string, Entity>> {
  const refs = [...new Set(options.refs)];
  const batches = Array.from(
    { length: Math.ceil(refs.length / BATCH) },
    (_, i) => refs.slice(i * BATCH, (i + 1) * BATCH),
  );
  if (batches.length === 0) {
    return new Map();
  }
  try {
    const credentials = await options.auth.getOwnServiceCredentials();
    const answers = await Promise.all(
      batches.map(entityRefs =>
        options.catalog.getEntitiesByRefs(
          { entityRefs, fields: FIELDS },
          { credentials },
        ),
      ),
    );
    return new Map(
      answers
        .flatMap(answer => answer.items)
        .filter((entity): entity is Entity => Boolean(entity))
        .map(entity => [stringifyEntityRef(entity), entity]),
    );
  } catch (error) {
    throw new ServiceUnavailableError('The catalog did not answer', error);
  }
}
