import { useActionRequests } from '@agentgov/backstage-plugin-agent-governance-react';
import { Button } from '@backstage/ui';
import Timeline from '@mui/lab/Timeline';
import { Fragment, useMemo } from 'react';
import { EmptyState } from '../EmptyState';
import { LoadState } from '../LoadState';
import { Section } from '../Section';
import { AuditTrailItem } from './AuditTrailItem';
import { groupByDay } from './groupByDay';
import styles from './AuditTrail.module.css';

/** What agents did here, or one agent did anywhere: newest first, day by day. */
export function AuditTrail(props: {
  filter: { target: string } | { agent: string };
}) {
  const trail = useActionRequests({ ...props.filter, order: 'newest' });
  const days = useMemo(() => groupByDay(trail.items), [trail.items]);
  return (
    <Section title="Audit trail">
      <LoadState query={trail} what="the audit trail">
        {days.length === 0 && (
          <EmptyState
            title="No agent has asked for anything here."
            description="Each request of an agent appears here, with what was decided and what became of it."
          />
        )}
        {days.map(({ day, requests }) => (
          <Fragment key={day}>
            <h4 className={styles.day}>
              <time dateTime={day}>{day}</time>
            </h4>
            <Timeline className={styles.timeline}>
              {requests.map((request, index) => (
                <AuditTrailItem
                  key={request.id}
                  request={request}
                  about={'agent' in props.filter ? 'agent' : 'target'}
                  isLast={index === requests.length - 1}
                />
              ))}
            </Timeline>
          </Fragment>
        ))}
        {trail.hasNextPage && (
          <Button
            variant="secondary"
            isPending={trail.isFetchingNextPage}
            onPress={trail.fetchNextPage}
          >
            Load more
          </Button>
        )}
      </LoadState>
    </Section>
  );
}
