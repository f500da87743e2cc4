import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';

/** What a policy's entity holds to try it by, as the person may read it; `null` for nothing. */
export function useKeptFixtures(policyRef: string) {
  const catalog = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['agent-governance', 'fixtures', policyRef],
    queryFn: async (): Promise<unknown> => {
      const entity = await catalog.getEntityByRef(policyRef);
      return entity?.spec?.fixtures ?? null;
    },
  });
}
