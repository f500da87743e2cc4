import { AgentGovernanceClient } from '@agentgov/backstage-plugin-agent-governance-common';
import { agentGovernanceApiRef } from '@agentgov/backstage-plugin-agent-governance-react';
import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';

export const agentGovernanceApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: agentGovernanceApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new AgentGovernanceClient({ discoveryApi, fetchApi }),
    }),
});
