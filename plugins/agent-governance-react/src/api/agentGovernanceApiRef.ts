import { AgentGovernanceApi } from '@agentgov/backstage-plugin-agent-governance-common';
import { createApiRef } from '@backstage/frontend-plugin-api';

/** What the portal offers about agents. The plugin's frontend provides it. @public */
export const agentGovernanceApiRef = createApiRef<AgentGovernanceApi>().with({
  id: 'plugin.agent-governance.client',
  pluginId: 'agent-governance',
});
