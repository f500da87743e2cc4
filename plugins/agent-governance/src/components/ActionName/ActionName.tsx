import {
  useAgentGovernanceLinks,
  useMcpServers,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Link } from '@backstage/ui';

/** Before the id of a server, in the id of the action that a tool of it is. */
const TOOL = /^mcp-([^:]+):(.+)$/;

/** An action by title and id; a tool of an MCP server leads to where it stands. */
export function ActionName(props: { id: string; title: string }) {
  const { id, title } = props;
  const [, server, tool] = TOOL.exec(id) ?? [];
  return (
    <>
      {server === undefined ? (
        title
      ) : (
        <ToolLink server={server} tool={tool} title={title} />
      )}{' '}
      <code>{id}</code>
    </>
  );
}

function ToolLink(props: { server: string; tool: string; title: string }) {
  const { server, tool, title } = props;
  const servers = useMcpServers();
  const { mcpTools } = useAgentGovernanceLinks();
  const known = servers.data?.find(({ id }) => id === server);
  return known && mcpTools ? (
    <Link
      href={`${mcpTools(known.entityRef)}?${new URLSearchParams({
        name: tool,
      })}`}
    >
      {title}
    </Link>
  ) : (
    <>{title}</>
  );
}
