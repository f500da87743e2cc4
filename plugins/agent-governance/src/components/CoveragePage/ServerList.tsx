import {
  MCP_TOOL_STATES,
  McpServer,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Button } from '@backstage/ui';
import { useAddress } from '../../address';
import { EmptyState } from '../EmptyState';
import { List } from '../List';
import { McpServerTools, ServerStateTag, TOOL_LOOKS } from '../McpServerTools';
import { Section } from '../Section';
import styles from './CoveragePage.module.css';

/** How many tools stand where, in words. */
function countsInWords({ tools }: McpServer): string {
  const counts = MCP_TOOL_STATES.filter(state => tools[state] > 0).map(
    state => `${tools[state]} ${TOOL_LOOKS[state].word.toLowerCase()}`,
  );
  return counts.length === 0 ? 'no tools' : `tools: ${counts.join(', ')}`;
}

/** The MCP servers behind the gateway; the tools of the one that the address names. */
export function ServerList(props: { servers: McpServer[] }) {
  const { servers } = props;
  const [{ server }, say] = useAddress(['server', 'name', 'tools'] as const);
  const open = (id: string | undefined) =>
    say({ server: id, name: undefined, tools: undefined });
  const chosen = servers.find(({ id }) => id === server);
  return (
    <>
      <Section title="MCP servers">
        {servers.length === 0 && (
          <EmptyState
            title="No MCP server that you may see is behind the gateway."
            description="Servers are configured in agentGovernance.mcp.servers, each with its API entity."
          />
        )}
        <List aria-label="MCP servers">
          {servers.map(one => (
            <ServerItem
              key={one.id}
              server={one}
              isOpen={one.id === server}
              onToggle={() => open(one.id === server ? undefined : one.id)}
            />
          ))}
        </List>
      </Section>
      {server !== undefined && !chosen && (
        <EmptyState title="There is no such server that you may see." />
      )}
      {chosen && <McpServerTools key={chosen.id} server={chosen} />}
    </>
  );
}

function ServerItem(props: {
  server: McpServer;
  isOpen: boolean;
  onToggle(): void;
}) {
  const { server, isOpen, onToggle } = props;
  const { because, entityRef, id, owner, problems, state } = server;
  return (
    <li className={styles.item}>
      <p className={styles.line}>
        <ServerStateTag state={state} />
        <strong>{id}</strong>
        <EntityName entityRef={entityRef} />
        <span>{countsInWords(server)}</span>
        <Button
          size="small"
          variant="secondary"
          aria-label={`${isOpen ? 'Hide tools' : 'Show tools'} of ${id}`}
          aria-expanded={isOpen}
          onPress={onToggle}
        >
          {isOpen ? 'Hide tools' : 'Show tools'}
        </Button>
      </p>
      {because && (
        <p className={styles.line}>
          <PlainText text={because} />
        </p>
      )}
      <p className={styles.line}>
        {owner ? (
          <span>
            Owner <EntityName entityRef={owner} />
          </span>
        ) : (
          <span>Nobody owns it, as far as the catalog says.</span>
        )}
        {problems.length > 0 && (
          <span>
            {problems.length} {problems.length === 1 ? 'problem' : 'problems'}
          </span>
        )}
      </p>
    </li>
  );
}
