import {
  EntityName,
  Time,
  useActionRequests,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { requestsRouteRef } from '../../routes';
import { List } from '../List';
import { LoadFailure } from '../LoadState';
import { RequestLink } from '../RequestLink';
import { Section } from '../Section';
import styles from './ApprovalsPage.module.css';

/** So many are named here; the rest are among all requests. */
const MOST = 5;

/** What nobody can tell about and somebody has to look at. Nothing of the kind, nothing shown. */
export function UnknownOutcomes() {
  const unknown = useActionRequests({
    state: ['unknown'],
    order: 'oldest',
    limit: MOST,
  });
  const requests = useRouteRef(requestsRouteRef);
  if (unknown.error) {
    return (
      <LoadFailure
        error={unknown.error}
        what="whether an outcome is unknown"
        onRetry={() => unknown.refetch()}
      />
    );
  }
  if (unknown.items.length === 0) {
    return null;
  }
  return (
    <Section title="Nobody can tell whether these happened">
      <p className={styles.hint}>
        Who owns the target, or administers the portal, looks at the outside
        system and says what is there.
      </p>
      <List gap="tight" aria-label="Requests whose outcome is unknown">
        {unknown.items.map(request => (
          <li key={request.id}>
            <RequestLink id={request.id}>{request.actionTitle}</RequestLink> on{' '}
            <EntityName entityRef={request.targetRef} /> in{' '}
            {request.environment}, by{' '}
            <EntityName entityRef={request.agentRef} />,{' '}
            <Time value={request.createdAt} />
          </li>
        ))}
      </List>
      {unknown.hasNextPage && requests && (
        <Link href={`${requests()}?state=unknown`}>Show all of them</Link>
      )}
    </Section>
  );
}
