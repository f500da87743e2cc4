import { useRouteRef } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { ReactNode } from 'react';
import { requestRouteRef } from '../../routes';

/** A link to the page that says why a request was decided as it was. */
export function RequestLink(props: { id: string; children: ReactNode }) {
  const requestRoute = useRouteRef(requestRouteRef);
  return <Link href={requestRoute({ id: props.id })}>{props.children}</Link>;
}
