import {
  EntityName,
  PlainText,
  Time,
  useActionRequests,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { PagedList } from '../PagedList';
import { RequestLink } from '../RequestLink';
import { Section } from '../Section';
import styles from './ApprovalQueue.module.css';

/** What is held here until a person has looked. */
export function ApprovalQueue(props: {
  filter: { target: string } | { agent: string };
}) {
  const held = useActionRequests({
    ...props.filter,
    state: ['held'],
    order: 'oldest',
    limit: 10,
  });
  return (
    <Section title="Waiting for approval">
      <PagedList
        list={held}
        what="what waits for approval"
        empty="Nothing waits here."
      >
        {request => (
          <li key={request.id} className={styles.item}>
            <RequestLink id={request.id}>{request.actionTitle}</RequestLink>
            <span>
              on <EntityName entityRef={request.targetRef} /> in{' '}
              {request.environment}, asked by{' '}
              <EntityName entityRef={request.agentRef} />
            </span>
            <PlainText text={request.because} />
            {request.progress && (
              <span className={styles.quiet}>
                Approvals: <PlainText text={request.progress.because} />
              </span>
            )}
            {request.decideBy && (
              <span className={styles.quiet}>
                Expires <Time value={request.decideBy} />
              </span>
            )}
          </li>
        )}
      </PagedList>
    </Section>
  );
}
