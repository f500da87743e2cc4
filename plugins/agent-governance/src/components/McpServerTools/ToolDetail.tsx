import {
  JsonValue,
  McpToolDetail,
  McpToolDifference,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  Digest,
  EntityName,
  Fold,
  JsonView,
  PlainText,
  Time,
  useMcpTool,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { ItemLine, Quiet } from '../Item';
import { LoadState } from '../LoadState';
import { AcceptTool } from './AcceptTool';
import styles from './McpServerTools.module.css';

/** What a tool says, what it said when it was accepted, and the way to accept it. */
export function ToolDetail(props: { server: string; name: string }) {
  const query = useMcpTool(props.server, props.name);
  return (
    <LoadState query={query} what="this tool">
      {() => <Tool tool={query.data!} onDone={() => query.refetch()} />}
    </LoadState>
  );
}

function Tool(props: { tool: McpToolDetail; onDone(): void }) {
  const { tool, onDone } = props;
  const { acceptedAt, acceptedBy, differences } = tool;
  return (
    <div className={styles.detail}>
      {differences.length > 0 && <Differences differences={differences} />}
      <Fold
        summary="What it says of itself, as agents would see it"
        defaultOpen={tool.state === 'new'}
      >
        <JsonView
          label={`What ${tool.name} says of itself`}
          value={tool.seen as unknown as JsonValue}
        />
      </Fold>
      {tool.seen.annotations && (
        <Quiet as="p">
          What it says about its effects is not believed: the configuration
          decides.
        </Quiet>
      )}
      <ItemLine>
        <span>
          first seen <Time value={tool.firstSeenAt} />
        </span>
        <span>
          says this since <Time value={tool.changedAt} />, as{' '}
          <Digest value={tool.digest} />
        </span>
        {acceptedAt && acceptedBy && (
          <span>
            accepted <Time value={acceptedAt} /> by{' '}
            <EntityName entityRef={acceptedBy} />
          </span>
        )}
      </ItemLine>
      <AcceptTool key={tool.digest} tool={tool} onDone={onDone} />
    </div>
  );
}

function Differences(props: { differences: McpToolDifference[] }) {
  return (
    <div className={styles.wide}>
      <table className={styles.differences}>
        <caption>What changed since it was accepted</caption>
        <thead>
          <tr>
            <th scope="col">Where</th>
            <th scope="col">Accepted</th>
            <th scope="col">Now</th>
          </tr>
        </thead>
        <tbody>
          {props.differences.map(({ path, before, after }) => (
            <tr key={path}>
              <th scope="row">
                <code>{path}</code>
              </th>
              <td>
                <Value value={before} />
              </td>
              <td>
                <Value value={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Value(props: { value: JsonValue | undefined }) {
  const { value } = props;
  if (value === undefined) {
    return <Quiet>nothing</Quiet>;
  }
  return (
    <PlainText
      text={typeof value === 'string' ? value : JSON.stringify(value)}
      limit={600}
    />
  );
}
