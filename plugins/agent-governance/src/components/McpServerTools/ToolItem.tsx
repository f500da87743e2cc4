import { McpTool } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  Fold,
  PlainText,
  StatusTag,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Item, ItemLine, Quiet } from '../Item';
import { ToolDetail } from './ToolDetail';
import { TOOL_LOOKS } from './toolLooks';
import styles from './McpServerTools.module.css';

/** One tool: what state it is in and how it is governed; the rest is one press away. */
export function ToolItem(props: { tool: McpTool }) {
  const { tool } = props;
  const { word, meaning, ...look } = TOOL_LOOKS[tool.state];
  return (
    <Item>
      <ItemLine>
        <StatusTag {...look}>{word}</StatusTag>
        <strong>
          <PlainText text={tool.title} />
        </strong>
        <Quiet as="code">{tool.actionId}</Quiet>
      </ItemLine>
      {tool.description && (
        <p className={styles.words}>
          <PlainText text={tool.description} />
        </p>
      )}
      <ItemLine>
        <span>{tool.effectClass}</span>
        <span>
          <Undo tool={tool} />
        </span>
        <span>
          decided about{' '}
          {'ref' in tool.target ? (
            <EntityName entityRef={tool.target.ref} />
          ) : (
            <>
              what its input names in <code>{tool.target.input}</code>
            </>
          )}
        </span>
        <span>in {tool.environment}</span>
      </ItemLine>
      {tool.problems.map(problem => (
        <ItemLine key={problem}>
          It is not offered: <PlainText text={problem} />
        </ItemLine>
      ))}
      <Fold summary={meaning}>
        <ToolDetail
          // what is looked at stays; only another state of it is another look
          key={tool.state}
          server={tool.server}
          name={tool.name}
        />
      </Fold>
    </Item>
  );
}

function Undo(props: { tool: McpTool }) {
  const { effectClass, undo } = props.tool;
  if (effectClass === 'read') {
    return <>changes nothing</>;
  }
  return undo ? (
    <>
      undone by <code>{undo}</code>
    </>
  ) : (
    <>cannot be undone</>
  );
}
