import { ReviewVerdict } from '@agentgov/backstage-plugin-agent-governance-common';
import { useActionRequest } from '@agentgov/backstage-plugin-agent-governance-react';
import { useEffect, useRef } from 'react';
import { RequestLink } from '../RequestLink';
import { ReviewPanel } from '../ReviewPanel';
import { Section } from '../Section';
import styles from './ApprovalsPage.module.css';

/** The selected request. */
export function ApprovalDetail(props: {
  requestId: string;
  /** When a person moved on to it; not when the page opens. */
  takesFocus: boolean;
  onReviewed(verdict: ReviewVerdict): void;
}) {
  const { requestId, takesFocus, onReviewed } = props;
  const request = useActionRequest(requestId);
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) {
      pane.current?.focus();
    }
  }, [takesFocus]);
  const title = request.data
    ? `${request.data.actionTitle}, ${request.data.environment}`
    : 'Request';
  return (
    <div
      ref={pane}
      className={styles.detail}
      tabIndex={-1}
      role="region"
      aria-label={title}
    >
      <Section
        title={title}
        actions={<RequestLink id={requestId}>Whole story</RequestLink>}
      >
        <ReviewPanel requestId={requestId} onReviewed={onReviewed} />
      </Section>
    </div>
  );
}
