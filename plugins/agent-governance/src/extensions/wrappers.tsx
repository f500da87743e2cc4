import { useAgentGovernanceQueryClient } from '@agentgov/backstage-plugin-agent-governance-react';
import { PluginWrapperBlueprint } from '@backstage/frontend-plugin-api/alpha';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';

/** One query client for all pages, cards and tabs of the plugin. */
export const queryWrapper = PluginWrapperBlueprint.make({
  params: defineParams =>
    defineParams<QueryClient>({
      loader: async () => ({
        useWrapperValue: useAgentGovernanceQueryClient,
        component: ({ children, value }) => (
          <QueryClientProvider client={value}>{children}</QueryClientProvider>
        ),
      }),
    }),
});

/** Where the pages of the plugin are, for widgets that only know of core routes. */
export const linksWrapper = PluginWrapperBlueprint.make({
  name: 'links',
  params: defineParams =>
    defineParams({
      loader: async () => {
        const { LinksWrapper } = await import('../links');
        return { component: LinksWrapper };
      },
    }),
});
