import { ActionRequest } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  Fold,
  PlainText,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import TimelineConnector from '@mui/lab/TimelineConnector';
import TimelineContent from '@mui/lab/TimelineContent';
import TimelineDot from '@mui/lab/TimelineDot';
import TimelineItem from '@mui/lab/TimelineItem';
import TimelineSeparator from '@mui/lab/TimelineSeparator';
import { Outcome } from '../Outcome';
import { RequestLink } from '../RequestLink';
import { LatestDecision } from './LatestDecision';
import styles from './AuditTrail.module.css';

/** One line of the trail: when, which agent, what, verdict, outcome; the decision one press away. */
export function AuditTrailItem(props: {
  request: ActionRequest;
  /** Whose trail it is, and so need not be said again. */
  about: 'agent' | 'target';
  isLast: boolean;
}) {
  const { request, about, isLast } = props;
  return (
    <TimelineItem className={styles.item}>
      <TimelineSeparator>
        <TimelineDot
          className={styles.dot}
          data-verdict={request.verdict}
          data-state={request.state}
        />
        {!isLast && <TimelineConnector className={styles.connector} />}
      </TimelineSeparator>
      <TimelineContent className={styles.content}>
        <div className={styles.line}>
          <Time value={request.createdAt} />
          {about === 'target' && <EntityName entityRef={request.agentRef} />}
          <span>
            <RequestLink id={request.id}>{request.actionTitle}</RequestLink>
            {about === 'agent' && (
              <>
                {' '}
                on <EntityName entityRef={request.targetRef} />
              </>
            )}{' '}
            in {request.environment}
          </span>
          <Outcome request={request} />
        </div>
        <p className={styles.because}>
          <PlainText text={request.because} />
        </p>
        <Fold summary="How it was decided">
          <LatestDecision requestId={request.id} />
        </Fold>
      </TimelineContent>
    </TimelineItem>
  );
}
