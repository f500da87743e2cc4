import { usePolicies } from '@agentgov/backstage-plugin-agent-governance-react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Alert, Link } from '@backstage/ui';
import { policiesRouteRef } from '../../routes';
import { LoadFailure, statusOf } from '../LoadState';
import styles from './PendingPolicies.module.css';

/**
 * Changes of policies that wait for people, where approvers look. Silence must mean that none does, so a failure shows;
 * but who may not look at policies is left in peace.
 */
export function PendingPolicies() {
  const policies = usePolicies({ pending: true });
  const route = useRouteRef(policiesRouteRef);
  if (policies.error) {
    return [401, 403].includes(statusOf(policies.error) ?? 0) ? null : (
      <LoadFailure
        error={policies.error}
        what="whether a change of a policy waits"
        onRetry={policies.refetch}
      />
    );
  }
  const { items } = policies;
  if (items.length === 0 || !route) {
    return null;
  }
  return (
    <Alert
      status="warning"
      icon
      title={
        items.length === 1
          ? 'A change of a policy waits for people to agree'
          : `Changes of ${items.length}${
              policies.hasNextPage ? ' or more' : ''
            } policies wait for people to agree`
      }
      description={
        <ul className={styles.list}>
          {items.map(({ ref, title }) => (
            <li key={ref}>
              <Link href={`${route()}?policy=${encodeURIComponent(ref)}`}>
                {title}
              </Link>
            </li>
          ))}
        </ul>
      }
    />
  );
}
