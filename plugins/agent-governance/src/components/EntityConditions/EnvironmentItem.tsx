import {
  EnvironmentConditions,
  Fact,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  StatusTag,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import {
  RiCheckLine,
  RiFireLine,
  RiQuestionLine,
  RiRocketLine,
} from '@remixicon/react';
import { RequestLink } from '../RequestLink';
import { HealthTag } from './HealthTag';
import { IncidentLine } from './IncidentLine';
import styles from './EntityConditions.module.css';

/** Since when a fact holds, or why it is not known to hold. */
function Since(props: { fact: Fact }) {
  const { observedAt, source, state, note } = props.fact;
  return (
    <span className={styles.quiet}>
      {observedAt ? (
        <>
          {source}, <Time value={observedAt} />
        </>
      ) : (
        state === 'known' && source
      )}
      {note && <PlainText text={note} />}
    </span>
  );
}

function unknownTag(word: string) {
  return (
    <StatusTag tone="neutral" edge="dashed" icon={<RiQuestionLine />}>
      {word}
    </StatusTag>
  );
}

function Incidents(props: { fact: EnvironmentConditions['incident'] }) {
  const { state, value } = props.fact;
  const incidents = value?.incidents ?? [];
  const count = `${incidents.length} open`;
  return (
    <dd>
      {state === 'known' ? (
        <StatusTag
          tone={value?.active ? 'danger' : 'success'}
          icon={value?.active ? <RiFireLine /> : <RiCheckLine />}
        >
          {value?.active ? count : 'None'}
        </StatusTag>
      ) : (
        unknownTag(
          value?.active ? `Unknown, ${count} when last heard` : 'Unknown',
        )
      )}
      <Since fact={props.fact} />
      {incidents.length > 0 && (
        <ul className={styles.list}>
          {incidents.map(incident => (
            <li key={`${incident.source}/${incident.id}/${incident.entityRef}`}>
              <strong>
                <PlainText text={incident.title} />
              </strong>
              <br />
              <IncidentLine incident={incident} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  );
}

function Deployments(props: {
  fact: EnvironmentConditions['deployInProgress'];
}) {
  const { state, value } = props.fact;
  return (
    <dd>
      {state === 'known' ? (
        <StatusTag
          tone={value?.active ? 'info' : 'neutral'}
          icon={value?.active ? <RiRocketLine /> : <RiCheckLine />}
        >
          {value?.active ? 'In progress' : 'None'}
        </StatusTag>
      ) : (
        unknownTag('Unknown')
      )}
      <Since fact={props.fact} />
      {value?.active && (
        <ul className={styles.list}>
          {value.executions.map(({ requestId, actionId, startedAt }) => (
            <li key={requestId}>
              <RequestLink id={requestId}>{actionId}</RequestLink>, started{' '}
              <Time value={startedAt} />
            </li>
          ))}
          {value.reported.map(({ id, source, title, startedAt }) => (
            <li key={`${source}/${id}`}>
              <PlainText text={title} />, started <Time value={startedAt} />,
              says {source}
            </li>
          ))}
        </ul>
      )}
    </dd>
  );
}

/** What holds in one environment: each condition with its source and its age. */
export function EnvironmentItem(props: { conditions: EnvironmentConditions }) {
  const { environment, health, incident, deployInProgress } = props.conditions;
  return (
    <li className={styles.environment}>
      <h4 className={styles.name}>{environment}</h4>
      <dl className={styles.facts}>
        <dt>Health</dt>
        <dd>
          <HealthTag health={health} />
          <Since fact={health} />
        </dd>
        <dt>Incidents</dt>
        <Incidents fact={incident} />
        <dt>Deployment</dt>
        <Deployments fact={deployInProgress} />
      </dl>
    </li>
  );
}
