import { ActionRequest } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  formatRelative,
  useNow,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { parseEntityRef } from '@backstage/catalog-model';
import { RiTimeLine } from '@remixicon/react';
import { Link } from 'react-router-dom';
import { List } from '../List';
import styles from './ApprovalsPage.module.css';

function nameOf(entityRef: string): string {
  try {
    return parseEntityRef(entityRef).name;
  } catch {
    return entityRef;
  }
}

/** What waits, one line each; links, so that each can be opened and shared. */
export function ApprovalList(props: {
  requests: ActionRequest[];
  selected: string | undefined;
  onSelect(): void;
}) {
  const { requests, selected, onSelect } = props;
  const now = useNow();
  return (
    <List gap="tight" aria-label="Requests that wait for you">
      {requests.map(request => (
        <li key={request.id}>
          <Link
            className={styles.item}
            to={`?request=${encodeURIComponent(request.id)}`}
            onClick={onSelect}
            aria-current={request.id === selected ? 'true' : undefined}
          >
            <strong>{request.actionTitle}</strong>
            <span>
              {nameOf(request.targetRef)}, {request.environment}
            </span>
            <span className={styles.quiet}>by {nameOf(request.agentRef)}</span>
            {request.progress && (
              <span className={styles.quiet}>
                <PlainText text={request.progress.because} />
              </span>
            )}
            {request.decideBy && (
              <span className={styles.deadline}>
                <RiTimeLine aria-hidden="true" />
                expires {formatRelative(request.decideBy, now)}
              </span>
            )}
          </Link>
        </li>
      ))}
    </List>
  );
}
