import {
  ReviewPresentationContent,
  EffectClass,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  Digest,
  EntityName,
  FactValue,
  Fold,
  JsonView,
  PlainText,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { ReactNode } from 'react';
import { ActionName } from '../ActionName';
import styles from './RequestSummary.module.css';

const EFFECTS: Record<EffectClass, string> = {
  read: 'changes nothing',
  idempotent: 'repeating it leaves the same state',
  keyed: 'the outside system drops repeats by key',
  probeable: 'the outside system can be asked whether it happened',
  once: 'no machine may repeat it',
};

function Row(props: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className={styles.term}>{props.term}</dt>
      <dd className={styles.value}>{props.children}</dd>
    </>
  );
}

/** Exactly what runs, or ran: action, target, environment, input, and whose words are whose. */
export function RequestSummary(props: {
  request: Omit<ReviewPresentationContent['request'], 'id'>;
}) {
  const { request } = props;
  const fields = Object.entries(request.input);
  return (
    <>
      <dl className={styles.list}>
        <Row term="Action">
          <ActionName id={request.actionId} title={request.actionTitle} />
        </Row>
        <Row term="Target">
          <EntityName entityRef={request.targetRef} />
        </Row>
        <Row term="Environment">{request.environment}</Row>
        <Row term="Agent">
          <EntityName entityRef={request.agentRef} />
        </Row>
        {request.onBehalfOf && (
          <Row
            term={
              request.delegationId
                ? 'On behalf of'
                : 'On behalf of, as it claims'
            }
          >
            <EntityName entityRef={request.onBehalfOf} />
            {request.delegationId && (
              <>
                , who delegated it as <code>{request.delegationId}</code>
              </>
            )}{' '}
            (may not review this)
          </Row>
        )}
        {fields.map(([name, value]) => (
          <Row key={name} term={`Input: ${name}`}>
            <FactValue value={value} />
          </Row>
        ))}
        <Row term="Effect">
          {request.effectClass}: {EFFECTS[request.effectClass]}
        </Row>
        <Row term="Undone by">
          {request.undo ? <code>{request.undo}</code> : 'nothing: irreversible'}
        </Row>
        {request.purpose && (
          <Row term="The agent says">
            <PlainText text={request.purpose} />
          </Row>
        )}
        {request.runId && (
          <Row term="Run, as it claims">
            <PlainText text={request.runId} limit={80} />
            {request.runStep !== undefined && `, step ${request.runStep}`}
            {request.runStartedAt && (
              <>
                , begun <Time value={request.runStartedAt} />
              </>
            )}
          </Row>
        )}
        {request.runStartedBy && (
          <Row term="Run started by, as it claims">
            <EntityName entityRef={request.runStartedBy} /> (may not review
            this)
          </Row>
        )}
        <Row term="Digest of all this">
          <Digest value={request.actionDigest} />
        </Row>
      </dl>
      <Fold summary="Input as JSON">
        <JsonView label="Input as JSON" value={request.input} />
      </Fold>
    </>
  );
}
