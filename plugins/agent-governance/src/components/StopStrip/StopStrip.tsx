import { Stop } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  CursorList,
  EntityName,
  PlainText,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Alert, Link } from '@backstage/ui';
import { RiStopCircleLine } from '@remixicon/react';
import { stopsRouteRef } from '../../routes';
import { LoadFailure } from '../LoadState';
import { StopScopeName } from '../StopScopeName';
import styles from './StopStrip.module.css';

/** The stops felt at an entity or an agent. Silence must mean that there are none, so a failure shows. */
export function StopStrip(props: { stops: CursorList<Stop> }) {
  const { stops } = props;
  const stopsRoute = useRouteRef(stopsRouteRef);
  if (stops.error) {
    return (
      <LoadFailure
        error={stops.error}
        what="whether a stop is in force"
        onRetry={stops.refetch}
      />
    );
  }
  return (
    <div className={styles.strip} role="status">
      {stops.items.map(stop => (
        <Alert
          key={stop.id}
          status="danger"
          icon={<RiStopCircleLine aria-hidden="true" />}
          title={
            <>
              Stopped: <PlainText text={stop.reason} />
            </>
          }
          description={
            <>
              <StopScopeName scope={stop.scope} />. Pulled by{' '}
              <EntityName entityRef={stop.pulledBy} />{' '}
              <Time value={stop.pulledAt} />. {stop.release.approvals.length} of{' '}
              {stop.release.quorum} agree to release it.
              {stopsRoute && (
                <>
                  {' '}
                  <Link href={`${stopsRoute()}?release=${stop.id}`}>
                    Release it
                  </Link>
                </>
              )}
            </>
          }
        />
      ))}
    </div>
  );
}
