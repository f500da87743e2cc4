import { QueryClientProvider } from '@tanstack/react-query';
import { ReactNode } from 'react';
import { useAgentGovernanceQueryClient } from './useAgentGovernanceQueryClient';

/** Lets the hooks of this package work below it, outside the plugin's own pages and cards. @public */
export function AgentGovernanceQueryProvider(props: { children: ReactNode }) {
  const client = useAgentGovernanceQueryClient();
  return (
    <QueryClientProvider client={client}>{props.children}</QueryClientProvider>
  );
}
