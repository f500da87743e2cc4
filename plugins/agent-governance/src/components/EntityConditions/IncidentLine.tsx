import { IncidentFactValue } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { useEntity } from '@backstage/plugin-catalog-react';
import { howNear } from './howNear';

/** Where an incident is open and how near that is, how bad it is said to be, since when, and who says so. */
export function IncidentLine(props: { incident: IncidentFactValue }) {
  const { entityRef, severity, openedAt, source } = props.incident;
  const near = howNear(useEntity().entity, entityRef);
  return (
    <>
      On <EntityName entityRef={entityRef} />
      {near && `, ${near}`}
      {severity && (
        <>
          , severity <PlainText text={severity} />
        </>
      )}
      , opened <Time value={openedAt} />, says {source}.
    </>
  );
}
