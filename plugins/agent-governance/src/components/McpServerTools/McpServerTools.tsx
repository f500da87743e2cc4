import {
  MCP_TOOL_STATES,
  McpServer,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  Time,
  useMcpTools,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { SearchField, Select } from '@backstage/ui';
import { ItemLine } from '../Item';
import { useAddress } from '../../address';
import { PagedList } from '../PagedList';
import { Section } from '../Section';
import { ServerStateTag } from './ServerStateTag';
import { ToolItem } from './ToolItem';
import { TOOL_LOOKS } from './toolLooks';
import styles from './McpServerTools.module.css';

/** One server behind the gateway, and its tools. Which of them are shown is in the address. */
export function McpServerTools(props: { server: McpServer }) {
  const { server } = props;
  const [said, say] = useAddress(['tools', 'name'] as const);
  const asked = MCP_TOOL_STATES.find(one => one === said.tools);
  const tools = useMcpTools(server.id, {
    ...(asked && { state: [asked] }),
    ...(said.name && { text: said.name }),
  });
  return (
    <>
      <Server server={server} />
      <Section
        title="Tools"
        actions={
          <Select
            aria-label="Show tools that are"
            size="small"
            options={[
              { value: '', label: 'All' },
              ...MCP_TOOL_STATES.map(state => ({
                value: state,
                label: `${TOOL_LOOKS[state].word} (${server.tools[state]})`,
              })),
            ]}
            selectedKey={asked ?? ''}
            onSelectionChange={key => say({ tools: String(key ?? '') })}
          />
        }
      >
        <SearchField
          aria-label="Find a tool"
          placeholder="Find a tool"
          className={styles.search}
          value={said.name ?? ''}
          onChange={name => say({ name })}
        />
        <PagedList
          list={tools}
          what="the tools"
          empty={
            asked || said.name ? 'No tool is like this.' : 'It has no tools.'
          }
          gap="wide"
        >
          {tool => <ToolItem key={tool.name} tool={tool} />}
        </PagedList>
      </Section>
    </>
  );
}

function Server(props: { server: McpServer }) {
  const { server } = props;
  return (
    <Section title="Behind the gateway">
      <ItemLine>
        <ServerStateTag state={server.state} />
        <code>{server.id}</code>
        {server.implementation && (
          <span>
            <PlainText
              text={`${server.implementation.name} ${server.implementation.version}`}
            />
          </span>
        )}
        <span>
          {server.transport === 'http' ? 'over HTTP' : 'a process of its own'}
        </span>
        {server.listedAt && (
          <span>
            tools last listed <Time value={server.listedAt} />
          </span>
        )}
      </ItemLine>
      {server.state === 'down' && (
        <ItemLine>
          {server.because && <PlainText text={server.because} />}. A call of its
          tools fails, and does nothing.
        </ItemLine>
      )}
      {server.problems.length > 0 && (
        <>
          <ItemLine>Not offered:</ItemLine>
          <ul className={styles.problems}>
            {server.problems.map(problem => (
              <li key={problem}>
                <PlainText text={problem} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
