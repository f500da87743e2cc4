import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { ReactNode } from 'react';
import { requestRouteRef } from '../../routes';

/** A link to the page that says why a request was decided as it was; text where a portal has no such page. */
export function RequestLink(props: { id: string; children: ReactNode }) {
  const requestRoute = useRouteRef(requestRouteRef);
  return requestRoute ? (
    <Link href={requestRoute({ id: props.id })}>{props.children}</Link>
  ) : (
    <>{props.children}</>
  );
}
