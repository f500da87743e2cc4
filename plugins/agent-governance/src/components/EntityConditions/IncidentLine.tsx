import { IncidentFactValue } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';

/** Where an incident is open, how bad it is said to be, since when, and who says so. */
export function IncidentLine(props: { incident: IncidentFactValue }) {
  const { entityRef, severity, openedAt, source } = props.incident;
  return (
    <>
      On <EntityName entityRef={entityRef} />
      {severity && (
        <>
          , severity <PlainText text={severity} />
        </>
      )}
      , opened <Time value={openedAt} />, says {source}.
    </>
  );
}
