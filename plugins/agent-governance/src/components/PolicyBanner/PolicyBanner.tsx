import { usePolicies } from '@agentgov/backstage-plugin-agent-governance-react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Alert, ButtonLink } from '@backstage/ui';
import { policiesRouteRef } from '../../routes';
import { LoadFailure, statusOf } from '../LoadState';

/** So many are named; the list has them all. */
const NAMED = 3;

/**
 * Says on every page of governance that a policy which counts is broken or vanished. Silence must mean that none is, so a
 * failure shows; but who may not look at policies is left in peace.
 */
export function PolicyBanner() {
  const policies = usePolicies({ state: ['broken', 'vanished'] });
  const route = useRouteRef(policiesRouteRef);
  if (policies.error) {
    return [401, 403].includes(statusOf(policies.error) ?? 0) ? null : (
      <LoadFailure
        error={policies.error}
        what="whether a policy is broken"
        onRetry={policies.refetch}
      />
    );
  }
  const { items } = policies;
  if (items.length === 0) {
    return null;
  }
  const names = items.slice(0, NAMED).map(({ title }) => title);
  const others = items.length - names.length;
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={
        items.length === 1
          ? 'A policy does not decide as it is written'
          : `${items.length}${
              policies.hasNextPage ? ' or more' : ''
            } policies do not decide as they are written`
      }
      description={`${names.join(', ')}${
        others > 0 ? ` and ${others} more` : ''
      }: broken, or gone from the catalog. What they last forbade, they still forbid.`}
      customActions={
        route && (
          <ButtonLink
            size="small"
            variant="secondary"
            href={`${route()}?state=broken&state=vanished`}
          >
            Look at them
          </ButtonLink>
        )
      }
    />
  );
}
