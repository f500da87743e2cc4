import { QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createQueryClient } from './createQueryClient';
import { useRefetchOnSignal } from './useRefetchOnSignal';

/**
 * One query client for everything about agents, kept fresh by signals.
 * Call it once per app; hand the result to a `QueryClientProvider`.
 *
 * @public
 */
export function useAgentGovernanceQueryClient(): QueryClient {
  const [client] = useState(createQueryClient);
  useRefetchOnSignal(client);
  return client;
}
