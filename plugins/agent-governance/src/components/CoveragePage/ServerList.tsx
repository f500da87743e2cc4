import { McpServer } from '@agentgov/backstage-plugin-agent-governance-common';
import { EntityName } from '@agentgov/backstage-plugin-agent-governance-react';
import { Button } from '@backstage/ui';
import { useAddress } from '../../address';
import { EmptyState } from '../EmptyState';
import { McpTools, ServerFacts } from '../McpTools';
import { Section } from '../Section';
import styles from './CoveragePage.module.css';

/** The MCP servers behind the gateway; the tools of the one that the address names. */
export function ServerList(props: { servers: McpServer[] }) {
  const { servers } = props;
  const [{ server }, say] = useAddress([
    'server',
    'tool',
    'text',
    'state',
  ] as const);
  const open = (id: string | undefined) =>
    say({ server: id, tool: undefined, text: undefined, state: undefined });
  const chosen = servers.find(({ id }) => id === server);
  if (server !== undefined) {
    return (
      <Section
        title={`Tools of ${server}`}
        actions={
          <Button
            size="small"
            variant="secondary"
            onPress={() => open(undefined)}
          >
            All servers
          </Button>
        }
      >
        <div className={styles.list}>
          {chosen && (
            <div className={styles.item}>
              <ServerFacts server={chosen} />
              <p className={styles.line}>
                In the catalog as <EntityName entityRef={chosen.entityRef} />
              </p>
            </div>
          )}
          <McpTools server={server} />
        </div>
      </Section>
    );
  }
  return (
    <Section title="MCP servers">
      {servers.length === 0 && (
        <EmptyState
          title="No MCP server is behind the gateway."
          description="Servers are configured in agentGovernance.mcp.servers, each with its API entity."
        />
      )}
      <ul className={styles.list} aria-label="MCP servers">
        {servers.map(one => (
          <li key={one.id} className={styles.item}>
            <p className={styles.line}>
              <strong>{one.id}</strong>
              <EntityName entityRef={one.entityRef} />
              <Button
                size="small"
                variant="secondary"
                aria-label={`Tools of ${one.id}`}
                onPress={() => open(one.id)}
              >
                Tools
              </Button>
            </p>
            <ServerFacts server={one} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
