import { stringifyEntityRef } from '@backstage/catalog-model';
import { useMcpServers } from '@agentgov/backstage-plugin-agent-governance-react';
import { useEntity } from '@backstage/plugin-catalog-react';
import { EmptyState } from '../EmptyState';
import { LoadState } from '../LoadState';
import { McpServerTools } from '../McpServerTools';
import { PageMain } from '../PageMain';
import { ReachOfAgents } from './ReachOfAgents';

/** The tab on the page of an MCP server. */
export function EntityToolsContent() {
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  const query = useMcpServers();
  const servers = query.data?.filter(({ entityRef }) => entityRef === ref);
  return (
    <PageMain
      isEmbedded
      title="Tools for agents"
      description="What this server offers agents through the gateway. A tool that is new, or says something else than before, waits for an owner of the server."
    >
      <LoadState query={query} what="the MCP servers">
        {servers?.length === 0 && (
          <EmptyState
            title="This server is not behind the gateway."
            description="Agents cannot reach its tools through the portal. Servers are configured in agentGovernance.mcp.servers."
          />
        )}
        {servers?.map(server => (
          <McpServerTools key={server.id} server={server} />
        ))}
        {servers && servers.length > 0 && <ReachOfAgents entityRef={ref} />}
      </LoadState>
    </PageMain>
  );
}
