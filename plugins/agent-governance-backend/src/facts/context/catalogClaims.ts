import { Entity } from '@backstage/catalog-model';
import { ownerOf, systemOf } from '../relations';
import { ContextClaim } from './ContextClaim';
import { digestValue } from './digestValue';

/** Fact types that the catalog itself states. */
export const CATALOG_FACT_TYPES = ['owner', 'lifecycle', 'system'] as const;

/** The source that the catalog's own statements come from; no configured source has this id. */
export const CATALOG_SOURCE = 'catalog';

/** What the catalog states about an entity that was just read. */
export function catalogClaims(entity: Entity, now: Date): ContextClaim[] {
  const { lifecycle } = (entity.spec ?? {}) as { lifecycle?: unknown };
  const values = {
    owner: ownerOf(entity),
    lifecycle: typeof lifecycle === 'string' ? lifecycle : undefined,
    system: systemOf(entity),
  };
  const at = now.toISOString();
  return CATALOG_FACT_TYPES.flatMap(factType => {
    const value = values[factType];
    return value === undefined
      ? []
      : [
          {
            factType,
            source: CATALOG_SOURCE,
            value,
            digest: digestValue(value),
            observedAt: at,
            acquiredAt: at,
          },
        ];
  });
}
