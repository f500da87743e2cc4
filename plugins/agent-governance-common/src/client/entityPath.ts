import { parseEntityRef } from '@backstage/catalog-model';

/** Where something about an entity is, below a collection. */
export function entityPath(collection: string, entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/v1/${collection}/${[kind.toLocaleLowerCase('en-US'), namespace, name]
    .map(encodeURIComponent)
    .join('/')}`;
}
