import {
  useConditions,
  useFreezes,
  useStops,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { findTroubles } from './findTroubles';
import { FreezeAlert } from './FreezeAlert';
import { StopAlert } from './StopAlert';
import { Question, Strip } from './Strip';
import { HealthAlert, IncidentAlert, UnknownAlert } from './TroubleAlerts';

interface AlertStripProps {
  entityRef: string;
  /** A line for each, where there is little room. */
  isCompact?: boolean;
}

/** So many of a kind are told; more than that are told to be more. */
const MOST = 20;

function useStopsInForce(entityRef: string) {
  const query = useStops({
    covering: entityRef,
    state: 'in-force',
    limit: MOST,
  });
  const question: Question = {
    query,
    what: 'whether a stop is in force',
    many: 'stops',
  };
  return { stops: query.items, question };
}

/**
 * What is in force over something agents act on, or wrong with it, above everything else on its pages: stops, incidents,
 * freezes, bad health, and what is not known to be well.
 */
export function AlertStrip({ entityRef, isCompact }: AlertStripProps) {
  const { stops, question } = useStopsInForce(entityRef);
  const freezes = useFreezes({
    covering: entityRef,
    state: ['in-force'],
    limit: MOST,
  });
  const conditions = useConditions(entityRef);
  const troubles = conditions.data && findTroubles(conditions.data);
  return (
    <Strip
      questions={[
        question,
        {
          query: freezes,
          what: 'whether a freeze is in force',
          many: 'freezes',
        },
        {
          query: conditions,
          what: 'whether anything is wrong here',
          many: 'conditions',
        },
      ]}
    >
      {stops.map(stop => (
        <StopAlert key={stop.id} {...{ stop, isCompact }} />
      ))}
      {troubles?.incidents.map(trouble => (
        <IncidentAlert
          key={trouble.key}
          {...{ trouble, entityRef, isCompact }}
        />
      ))}
      {freezes.items.map(freeze => (
        <FreezeAlert key={freeze.id} {...{ freeze, isCompact }} />
      ))}
      {troubles?.health.map(trouble => (
        <HealthAlert key={trouble.key} {...{ trouble, isCompact }} />
      ))}
      {troubles && troubles.unknown.length > 0 && (
        <UnknownAlert troubles={troubles.unknown} isCompact={isCompact} />
      )}
    </Strip>
  );
}

/** The same for an agent, which only stops are about. */
export function AgentAlertStrip({ entityRef, isCompact }: AlertStripProps) {
  const { stops, question } = useStopsInForce(entityRef);
  return (
    <Strip questions={[question]}>
      {stops.map(stop => (
        <StopAlert key={stop.id} {...{ stop, isCompact }} />
      ))}
    </Strip>
  );
}
