import {
  MCP_TOOL_STATES,
  McpServer,
  McpToolState,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  StatusTag,
  StatusTagProps,
  Time,
  useMcpTools,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Button, Select } from '@backstage/ui';
import {
  RiLoader4Line,
  RiSignalWifiErrorLine,
  RiSignalWifiLine,
} from '@remixicon/react';
import { useSearchParams } from 'react-router-dom';
import { EmptyState } from '../EmptyState';
import { LoadState } from '../LoadState';
import { Section } from '../Section';
import { ToolItem } from './ToolItem';
import { TOOL_LOOKS } from './toolLooks';
import styles from './McpServerTools.module.css';

const REACH: Record<
  McpServer['state'],
  Omit<StatusTagProps, 'children'> & { word: string }
> = {
  connected: { word: 'Connected', tone: 'success', icon: <RiSignalWifiLine /> },
  connecting: {
    word: 'Connecting',
    tone: 'info',
    edge: 'dashed',
    icon: <RiLoader4Line />,
  },
  down: { word: 'Down', tone: 'danger', icon: <RiSignalWifiErrorLine /> },
};

/** One server behind the gateway, and its tools. Which of them are shown is in the address. */
export function McpServerTools(props: { server: McpServer }) {
  const { server } = props;
  const [params, setParams] = useSearchParams();
  const asked = MCP_TOOL_STATES.find(one => one === params.get('tools'));
  const tools = useMcpTools(server.id, asked ? { state: [asked] } : {});
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
            onSelectionChange={key =>
              setParams(withState(params, key as McpToolState | ''), {
                replace: true,
              })
            }
          />
        }
      >
        <LoadState query={tools} what="the tools">
          {tools.items.length === 0 && (
            <EmptyState
              title={asked ? 'No tool is in this state.' : 'It has no tools.'}
            />
          )}
          <ul className={styles.list}>
            {tools.items.map(tool => (
              <ToolItem key={tool.name} tool={tool} />
            ))}
          </ul>
          {tools.hasNextPage && (
            <Button
              variant="secondary"
              isPending={tools.isFetchingNextPage}
              onPress={tools.fetchNextPage}
            >
              Show more
            </Button>
          )}
        </LoadState>
      </Section>
    </>
  );
}

function withState(params: URLSearchParams, state: McpToolState | '') {
  const next = new URLSearchParams(params);
  if (state) {
    next.set('tools', state);
  } else {
    next.delete('tools');
  }
  return next;
}

function Server(props: { server: McpServer }) {
  const { server } = props;
  const { word, ...look } = REACH[server.state];
  return (
    <Section title="Behind the gateway">
      <p className={styles.line}>
        <StatusTag {...look}>{word}</StatusTag>
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
      </p>
      {server.state === 'down' && (
        <p className={styles.line}>
          {server.because && <PlainText text={server.because} />}. A call of its
          tools fails, and does nothing.
        </p>
      )}
      {server.problems.length > 0 && (
        <>
          <p className={styles.line}>Not offered:</p>
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
