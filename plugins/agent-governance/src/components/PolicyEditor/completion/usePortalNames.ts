import {
  useActions,
  useEnvironments,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { useMemo } from 'react';
import { PortalNames } from '../types';

/** The actions and environments of the portal. */
export function usePortalNames(): PortalNames {
  const { data: actions } = useActions();
  const { data: environments } = useEnvironments();
  return useMemo(
    () => ({
      actions: actions?.map(({ id, title }) => ({ id, title })) ?? [],
      environments: environments?.map(({ name }) => name),
    }),
    [actions, environments],
  );
}
