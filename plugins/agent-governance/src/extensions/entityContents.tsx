import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityAgentsRouteRef } from '../routes';
import { GOVERNED_ENTITIES } from './governedEntities';
import { AGENTS_TAB, POLICY_TAB, TOOLS_TAB } from './tabs';

export const agentsEntityContent = EntityContentBlueprint.make({
  name: 'agents',
  params: {
    path: AGENTS_TAB,
    title: 'Agents',
    // A group every portal has: one the app does not define would sort the tab last.
    group: 'operation',
    filter: GOVERNED_ENTITIES,
    routeRef: entityAgentsRouteRef,
    loader: async () => {
      const { EntityAgentsContent } = await import(
        '../components/EntityAgentsContent'
      );
      return <EntityAgentsContent />;
    },
  },
});

/** What a policy says and what became of it, on the page of the policy. */
export const policyEntityContent = EntityContentBlueprint.make({
  name: 'policy',
  params: {
    path: POLICY_TAB,
    title: 'Policy',
    group: 'operation',
    filter: { kind: 'agentpolicy' },
    loader: async () => {
      const { EntityPolicyContent } = await import(
        '../components/EntityPolicyContent'
      );
      return <EntityPolicyContent />;
    },
  },
});

/** What an MCP server offers agents, and what of it was accepted, on the page of the server. */
export const toolsEntityContent = EntityContentBlueprint.make({
  name: 'tools',
  params: {
    path: TOOLS_TAB,
    title: 'Tools for agents',
    group: 'operation',
    filter: { kind: 'api', 'spec.type': 'mcp-server' },
    loader: async () => {
      const { EntityToolsContent } = await import(
        '../components/EntityToolsContent'
      );
      return <EntityToolsContent />;
    },
  },
});
