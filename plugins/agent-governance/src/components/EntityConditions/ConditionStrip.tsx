import {
  EntityConditions,
  EnvironmentConditions,
  Fact,
  IncidentFactValue,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Alert } from '@backstage/ui';
import { RiFireLine } from '@remixicon/react';
import { IncidentLine } from './IncidentLine';
import styles from './EntityConditions.module.css';

/** Something that is wrong in several environments alike is shown once. */
interface Trouble<T> {
  key: string;
  what: T;
  environments: string[];
  /** Why it is not sure, if it is not. */
  doubt?: string;
}

function gather<T>(
  conditions: EntityConditions,
  pick: (one: EnvironmentConditions) => {
    fact: Fact;
    found: Array<{ key: string; what: T }>;
  },
): Array<Trouble<T>> {
  const troubles = new Map<string, Trouble<T>>();
  for (const one of conditions.environments) {
    const { fact, found } = pick(one);
    for (const { key, what } of found) {
      const known = troubles.get(key);
      troubles.set(key, {
        key,
        what,
        environments: [...(known?.environments ?? []), one.environment],
        doubt: known?.doubt ?? (fact.state === 'known' ? undefined : fact.note),
      });
    }
  }
  return [...troubles.values()];
}

function openIncidents({ incident: fact }: EnvironmentConditions) {
  const incidents: IncidentFactValue[] = fact.value?.incidents ?? [];
  return {
    fact,
    found: incidents.map(what => ({
      key: [what.source, what.id, what.entityRef].join(' '),
      what,
    })),
  };
}

function badHealth({ health: fact }: EnvironmentConditions) {
  const { value } = fact;
  const isBad = value && value.status !== 'healthy';
  return {
    fact,
    found: isBad
      ? [
          {
            key: [value.source, value.status, value.reportedAt].join(' '),
            what: value,
          },
        ]
      : [],
  };
}

function Doubt(props: { doubt?: string }) {
  return props.doubt ? (
    <>
      {' '}
      Not sure any more: <PlainText text={props.doubt} />.
    </>
  ) : null;
}

/** What is wrong with an entity now: open incidents, and bad health. Silent while nothing is known to be wrong. */
export function ConditionStrip(props: { conditions: EntityConditions }) {
  const { conditions } = props;
  return (
    <div className={styles.strip} role="status">
      {gather(conditions, openIncidents).map(
        ({ key, what, environments, doubt }) => (
          <Alert
            key={key}
            status={doubt ? 'warning' : 'danger'}
            icon={<RiFireLine aria-hidden="true" />}
            title={
              <>
                Incident: <PlainText text={what.title} />
              </>
            }
            description={
              <>
                <IncidentLine incident={what} /> Counts in{' '}
                {environments.join(', ')}.
                <Doubt doubt={doubt} />
              </>
            }
          />
        ),
      )}
      {gather(conditions, badHealth).map(
        ({ key, what, environments, doubt }) => (
          <Alert
            key={key}
            status="warning"
            icon
            title={`Health in ${environments.join(', ')}: ${what.status}`}
            description={
              <>
                Says {what.source}, <Time value={what.reportedAt} />.
                <Doubt doubt={doubt} />
              </>
            }
          />
        ),
      )}
    </div>
  );
}
