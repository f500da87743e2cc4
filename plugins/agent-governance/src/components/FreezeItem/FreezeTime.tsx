import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';

const CALENDAR = 'calendar:';

/** When a freeze is in force: the occurrence that matters now, and how it comes back. */
export function FreezeTime(props: { freeze: Freeze }) {
  const { from, to, recurrence, state } = props.freeze;
  return (
    <>
      {recurrence && state === 'planned' && 'Next: '}
      {recurrence && state === 'over' && 'Last: '}
      From <Time value={from} /> to <Time value={to} />
      {recurrence && `; ${recurrence.words}`}
    </>
  );
}

/** Who did something to a freeze: a person, or a configured calendar. */
export function FreezeActor(props: { actor: string }) {
  const { actor } = props;
  return actor.startsWith(CALENDAR) ? (
    <>the calendar {actor.slice(CALENDAR.length)}</>
  ) : (
    <EntityName entityRef={actor} />
  );
}
