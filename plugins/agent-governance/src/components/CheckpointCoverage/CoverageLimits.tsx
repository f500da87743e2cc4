import { CoverageLimit } from '@agentgov/backstage-plugin-agent-governance-common';
import { Fold } from '@agentgov/backstage-plugin-agent-governance-react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link, Text } from '@backstage/ui';
import { coverageRouteRef } from '../../routes';
import { List } from '../List';

/** What decides beside policy documents, and what agents could reach without being decided about at all. */
export function CoverageLimits(props: { limits: CoverageLimit[] }) {
  const roads = useRouteRef(coverageRouteRef);
  return (
    <Fold summary="What else decides, and is not counted here">
      <List>
        {props.limits.map(({ id, because }) => (
          <li key={id}>
            <Text as="span" variant="body-medium">
              {because}
            </Text>
          </li>
        ))}
      </List>
      {roads && (
        <Text as="p" variant="body-medium">
          Roads that lead past all of it are on the page{' '}
          <Link href={roads()}>Coverage</Link>, for those who may read the whole
          record.
        </Text>
      )}
    </Fold>
  );
}
