import {
  PlainText,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Alert, Button, Skeleton, VisuallyHidden } from '@backstage/ui';
import { ReactNode } from 'react';
import { messageOf, statusOf } from './statusOf';
import styles from './LoadState.module.css';

const SKELETON_LINES = [0, 1, 2, 3];

function titleOf(error: Error, what: string): string {
  switch (statusOf(error)) {
    case 401:
      return `You are signed out; ${what} cannot be shown`;
    case 403:
      return `You may not see ${what}`;
    case 404:
      return `There is no such thing here, or you may not see it`;
    default:
      return `Could not read ${what}`;
  }
}

/** Why something is not here, as the portal said it, and a way to ask again. */
export function LoadFailure(props: {
  error: Error;
  what: string;
  onRetry(): void;
}) {
  const { error, what, onRetry } = props;
  const status = statusOf(error);
  const isFinal = status === 403 || status === 404;
  return (
    <Alert
      role="alert"
      status={isFinal ? 'warning' : 'danger'}
      icon
      title={titleOf(error, what)}
      description={<PlainText text={messageOf(error)} />}
      customActions={
        <Button size="small" variant="secondary" onPress={onRetry}>
          Try again
        </Button>
      }
    />
  );
}

/**
 * What is shown of an answer: a skeleton before it, the error instead of it, or it.
 * An answer that could not be renewed stays, marked with its age. Nothing is ever made up.
 */
export function LoadState(props: {
  query: {
    isPending: boolean;
    error: Error | null;
    dataUpdatedAt: number;
    refetch(): unknown;
  };
  /** As in "Could not read …". */
  what: string;
  children: ReactNode | (() => ReactNode);
}) {
  const { query, what, children } = props;
  const hasAnswer = query.dataUpdatedAt > 0;
  const gone = [401, 403, 404].includes(statusOf(query.error) ?? 0);
  if (query.error && (!hasAnswer || gone)) {
    return (
      <LoadFailure
        error={query.error}
        what={what}
        onRetry={() => query.refetch()}
      />
    );
  }
  if (query.isPending) {
    return (
      <div className={styles.skeleton} aria-busy="true">
        <VisuallyHidden>Loading {what}</VisuallyHidden>
        {SKELETON_LINES.map(line => (
          <Skeleton key={line} height={20} />
        ))}
      </div>
    );
  }
  return (
    <>
      {query.error && (
        <Alert
          status="warning"
          icon
          title="Could not ask again"
          description={
            <>
              This is what the portal said{' '}
              <Time value={new Date(query.dataUpdatedAt).toISOString()} />.
            </>
          }
        />
      )}
      {typeof children === 'function' ? children() : children}
    </>
  );
}
