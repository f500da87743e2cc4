import { VisuallyHidden } from '@backstage/ui';
import { ReactNode } from 'react';
import { LoadFailure } from '../LoadState';
import styles from './AlertStrip.module.css';

/** Something that is asked of the portal before it can be said that there is nothing. */
export interface Question {
  query: {
    isPending: boolean;
    error: Error | null;
    hasNextPage?: boolean;
    refetch(): unknown;
  };
  /** As in "Could not read whether a freeze is in force". */
  what: string;
  /** As in "More freezes than these are in force". */
  many: string;
}

/**
 * Alerts one below the other, announced when they come. Nothing to say, nothing shown; but a failure to find out is never
 * shown as nothing, and what was known before stays.
 */
export function Strip(props: { questions: Question[]; children: ReactNode }) {
  const { questions, children } = props;
  return (
    <div className={styles.strip}>
      {questions.map(
        ({ query, what }) =>
          query.error && (
            <LoadFailure
              key={what}
              error={query.error}
              what={what}
              onRetry={() => query.refetch()}
            />
          ),
      )}
      {questions.some(({ query }) => query.isPending) && (
        <div aria-busy="true">
          <VisuallyHidden>Loading what is in force here</VisuallyHidden>
        </div>
      )}
      <div role="status" aria-label="What is in force here">
        <ul className={styles.list}>{children}</ul>
      </div>
      {questions.map(
        ({ query, many }) =>
          query.hasNextPage && (
            <p key={many} className={styles.quiet}>
              More {many} than these are in force.
            </p>
          ),
      )}
    </div>
  );
}
