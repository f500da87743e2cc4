import { McpToolDetail } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  useAcceptMcpTool,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Alert, Button, TextAreaField } from '@backstage/ui';
import { useState } from 'react';
import { ItemLine } from '../Item';
import { messageOf, statusOf } from '../LoadState';
import styles from './McpServerTools.module.css';

/** Accepts a tool exactly as it stands above: one that says something else by now is refused. */
export function AcceptTool(props: { tool: McpToolDetail; onDone(): void }) {
  const { tool, onDone } = props;
  const [comment, setComment] = useState('');
  const accept = useAcceptMcpTool();
  const isWaiting = tool.state === 'new' || tool.state === 'changed';
  if (!isWaiting) {
    return null;
  }
  if (!tool.mayAccept) {
    return (
      <ItemLine>
        {tool.acceptors.length > 0
          ? 'It can be accepted by'
          : 'Nobody can accept it: nobody owns its server, and there are no administrators.'}
        {tool.acceptors.map(ref => (
          <EntityName key={ref} entityRef={ref} />
        ))}
      </ItemLine>
    );
  }
  const submit = () =>
    accept.mutate(
      {
        server: tool.server,
        tool: tool.name,
        digest: tool.digest,
        ...(comment.trim() && { comment: comment.trim() }),
      },
      { onSuccess: onDone },
    );
  return (
    <div className={styles.accept}>
      {accept.error && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={
            statusOf(accept.error) === 409
              ? 'This tool changed, look again'
              : 'It was not accepted'
          }
          description={<PlainText text={messageOf(accept.error)} />}
          customActions={
            statusOf(accept.error) === 409 && (
              <Button
                size="small"
                variant="secondary"
                onPress={() => {
                  accept.reset();
                  onDone();
                }}
              >
                Look again
              </Button>
            )
          }
        />
      )}
      <TextAreaField
        label="Comment"
        value={comment}
        onChange={setComment}
        maxLength={500}
      />
      <Button
        variant="primary"
        isPending={accept.isPending}
        onPress={submit}
        aria-label={`Accept it as it is: ${tool.name}`}
      >
        Accept it as it is
      </Button>
    </div>
  );
}
