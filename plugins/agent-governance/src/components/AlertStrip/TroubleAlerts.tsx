import {
  PlainText,
  Time,
  useAgentGovernanceLinks,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  RiAlertLine,
  RiErrorWarningLine,
  RiFireLine,
  RiQuestionLine,
} from '@remixicon/react';
import { sourcesRouteRef } from '../../routes';
import { IncidentLine } from '../EntityConditions';
import { AlertItem } from './AlertItem';
import { HealthTrouble, IncidentTrouble, UnknownTrouble } from './findTroubles';

interface Room {
  isCompact?: boolean;
}

/** An open incident: on what, how near that is, since when, and who says so. */
export function IncidentAlert(
  props: Room & { trouble: IncidentTrouble; entityRef: string },
) {
  const { isCompact, entityRef, trouble } = props;
  const { incident, environments, doubt } = trouble;
  const links = useAgentGovernanceLinks();
  const isElsewhere = incident.entityRef !== entityRef;
  return (
    <AlertItem
      status={doubt ? 'warning' : 'danger'}
      icon={<RiFireLine aria-hidden="true" />}
      isCompact={isCompact}
      title={
        <>
          Incident: <PlainText text={incident.title} />
        </>
      }
      until={
        doubt ? (
          <>
            Not sure any more: <PlainText text={doubt} />.
          </>
        ) : (
          <>Open until {incident.source} says that it is resolved.</>
        )
      }
      link={
        isElsewhere
          ? {
              href: links.agentsAt?.(incident.entityRef),
              text: 'See it there',
            }
          : undefined
      }
    >
      <IncidentLine incident={incident} /> Counts in {environments.join(', ')}.
    </AlertItem>
  );
}

/** Health that is known, and not good. */
export function HealthAlert(props: Room & { trouble: HealthTrouble }) {
  const { health, environments } = props.trouble;
  return (
    <AlertItem
      status={health.status === 'unhealthy' ? 'danger' : 'warning'}
      icon={
        health.status === 'unhealthy' ? (
          <RiErrorWarningLine aria-hidden="true" />
        ) : (
          <RiAlertLine aria-hidden="true" />
        )
      }
      isCompact={props.isCompact}
      title={`Health in ${environments.join(', ')}: ${health.status}`}
      until={<>Until {health.source} says otherwise.</>}
    >
      Says {health.source}, <Time value={health.reportedAt} />.
    </AlertItem>
  );
}

/** Everything nobody can vouch for, in one: it is not as loud as what is known to be wrong. */
export function UnknownAlert(props: Room & { troubles: UnknownTrouble[] }) {
  const { troubles, isCompact } = props;
  const sourcesRoute = useRouteRef(sourcesRouteRef);
  const kinds = [...new Set(troubles.map(({ what }) => what))];
  return (
    <AlertItem
      status="warning"
      icon={<RiQuestionLine aria-hidden="true" />}
      isCompact={isCompact}
      title={`Not known to be well: ${kinds.join(' and ')}`}
      link={{ href: sourcesRoute?.(), text: 'See who reports what' }}
    >
      {troubles.map(({ key, what, because, environments }) => (
        <span key={key}>
          {what === 'health' ? 'Health' : 'Whether an incident is open'} in{' '}
          {environments.join(', ')}: <PlainText text={because} />.{' '}
        </span>
      ))}
      What depends on it counts as unknown.
    </AlertItem>
  );
}
