import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { GOVERNED_ENTITIES } from './governedEntities';

export const agentsEntityCard = EntityCardBlueprint.make({
  name: 'overview',
  params: {
    type: 'info',
    filter: GOVERNED_ENTITIES,
    loader: async () => {
      const { EntityAgentsCard } = await import(
        '../components/EntityAgentsCard'
      );
      return <EntityAgentsCard />;
    },
  },
});
