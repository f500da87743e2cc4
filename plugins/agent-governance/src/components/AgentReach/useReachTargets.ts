import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';

/** How many targets are on screen at once. */
export const TARGETS_PER_PAGE = 10;

/** One page of the entities an agent could act on, as the person may read them. */
export function useReachTargets(filter: {
  kind: string;
  owner?: string;
  target?: string;
  page: number;
}) {
  const { kind, owner, target, page } = filter;
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['agent-governance', 'reach-targets', kind, owner, target, page],
    queryFn: async () => {
      if (target !== undefined) {
        return { refs: [target], total: 1 };
      }
      const { items, totalItems } = await catalogApi.queryEntities({
        filter: { kind, ...(owner && { 'relations.ownedBy': owner }) },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: TARGETS_PER_PAGE,
        offset: (page - 1) * TARGETS_PER_PAGE,
      });
      return {
        refs: items.map(entity => stringifyEntityRef(entity)),
        total: totalItems,
      };
    },
  });
}
