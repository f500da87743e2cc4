import { ActionRequest } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  CursorList,
  EntityName,
  Time,
  useActionRequests,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { RiPauseCircleLine } from '@remixicon/react';
import { entityAgentsRouteRef } from '../../routes';
import { AgentAlertStrip, AlertStrip } from '../AlertStrip';
import { List } from '../List';
import { LoadState } from '../LoadState';
import { Outcome } from '../Outcome';
import { RequestLink } from '../RequestLink';
import styles from './EntityAgentsCard.module.css';

const MOST_WAITING = 20;
const RECENT = 5;

function waitingInWords(held: CursorList<ActionRequest>): string {
  if (held.items.length === 0) {
    return 'Nothing waits for approval';
  }
  const count = held.hasNextPage
    ? `${MOST_WAITING} or more`
    : held.items.length;
  return `${count} waiting for approval`;
}

function Recent(props: { requests: ActionRequest[]; isAgent: boolean }) {
  const { requests, isAgent } = props;
  if (requests.length === 0) {
    return <p className={styles.line}>No agent has asked for anything yet.</p>;
  }
  return (
    <List gap="tight" aria-label="Latest requests">
      {requests.map(request => (
        <li key={request.id} className={styles.item}>
          <span className={styles.line}>
            <RequestLink id={request.id}>{request.actionTitle}</RequestLink>
            <Outcome request={request} />
          </span>
          <span className={styles.quiet}>
            <EntityName
              entityRef={isAgent ? request.targetRef : request.agentRef}
            />
            , {request.environment}, <Time value={request.createdAt} />
          </span>
        </li>
      ))}
    </List>
  );
}

/** The tab in a nutshell, for the overview: what is in force, what waits, what happened last. */
export function EntityAgentsCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const isAgent = entity.kind.toLocaleLowerCase('en-US') === 'agent';
  const filter = isAgent ? { agent: entityRef } : { target: entityRef };
  const held = useActionRequests({
    ...filter,
    state: ['held'],
    limit: MOST_WAITING,
  });
  const recent = useActionRequests({ ...filter, limit: RECENT });
  const Alerts = isAgent ? AgentAlertStrip : AlertStrip;
  const contentRoute = useRouteRef(entityAgentsRouteRef);

  return (
    <EntityInfoCard
      title="Agents"
      footerActions={
        contentRoute && <Link href={contentRoute()}>View all</Link>
      }
    >
      <div className={styles.card} data-agent-governance>
        <Alerts entityRef={entityRef} isCompact />
        <LoadState query={held} what="what waits for approval">
          <p className={styles.line}>
            <RiPauseCircleLine aria-hidden="true" className={styles.icon} />
            {waitingInWords(held)}
          </p>
        </LoadState>
        <LoadState query={recent} what="the latest requests">
          <Recent requests={recent.items.slice(0, RECENT)} isAgent={isAgent} />
        </LoadState>
      </div>
    </EntityInfoCard>
  );
}
