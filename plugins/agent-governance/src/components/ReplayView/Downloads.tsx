import {
  Replay,
  ReplayReport,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  useReplayMarkdown,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Alert, Button } from '@backstage/ui';
import { download } from '../../download';
import { messageOf } from '../LoadState';
import styles from './ReplayView.module.css';

/** The report as a file: for programs, and for a pull request. */
export function Downloads(props: { replay: Replay; report: ReplayReport }) {
  const { replay, report } = props;
  const markdown = useReplayMarkdown();
  const name = `replay-${replay.id}`;
  return (
    <div className={styles.actions}>
      <Button
        size="small"
        variant="secondary"
        isPending={markdown.isPending}
        onPress={() =>
          markdown.mutate(replay.id, {
            onSuccess: text =>
              download({ name: `${name}.md`, type: 'text/markdown', text }),
          })
        }
      >
        Download Markdown
      </Button>
      <Button
        size="small"
        variant="secondary"
        onPress={() =>
          download({
            name: `${name}.json`,
            type: 'application/json',
            text: `${JSON.stringify(report, null, 2)}\n`,
          })
        }
      >
        Download JSON
      </Button>
      {markdown.error && (
        <Alert
          role="alert"
          status="danger"
          icon
          title="The Markdown could not be had"
          description={<PlainText text={messageOf(markdown.error)} />}
        />
      )}
    </div>
  );
}
