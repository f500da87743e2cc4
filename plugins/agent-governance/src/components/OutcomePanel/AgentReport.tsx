import { ActionRequest } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  Fold,
  JsonView,
  PlainText,
  StatusTag,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { RiChatQuoteLine } from '@remixicon/react';
import { THAT_IT } from './outcomeWords';
import styles from './OutcomePanel.module.css';

/** What the agent says it saw, so that nobody takes it for more than its word. */
export function AgentReport(props: {
  request: Pick<ActionRequest, 'agentRef' | 'outcomeReport'>;
}) {
  const { agentRef, outcomeReport: report } = props.request;
  if (!report) {
    return (
      <p className={styles.line}>
        <EntityName entityRef={agentRef} /> has not said what it saw.
      </p>
    );
  }
  return (
    <section className={styles.claim} aria-label="What the agent says">
      <p className={styles.line}>
        <StatusTag tone="neutral" edge="dashed" icon={<RiChatQuoteLine />}>
          The agent’s word
        </StatusTag>
        <span>
          <EntityName entityRef={agentRef} /> says that{' '}
          {THAT_IT[report.outcome]}, <Time value={report.reportedAt} />
          {report.number > 1 && `, its report ${report.number}`}.
        </span>
      </p>
      {report.note && (
        <blockquote className={styles.note}>
          <PlainText text={report.note} />
        </blockquote>
      )}
      {report.evidence && (
        <Fold summary="What it says it saw">
          <JsonView
            label="The agent’s evidence as JSON"
            value={report.evidence}
          />
        </Fold>
      )}
      <p className={styles.quiet}>
        Nothing moves by this, and no policy counts it. Look for yourself.
      </p>
    </section>
  );
}
