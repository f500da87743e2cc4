import {
  ActionRequest,
  Explanation,
  KnownOutcome,
  Reconciliation,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Alert, Button } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';
import { AgentReport } from './AgentReport';
import { THAT_IT } from './outcomeWords';
import { ReconcileDialog } from './ReconcileDialog';
import styles from './OutcomePanel.module.css';

const THROUGH: Record<Reconciliation['standing'], string> = {
  'target-owner': 'who owns the target',
  'platform-admin': 'who administers the portal',
};

function Finding(props: { found: Reconciliation; takesFocus: boolean }) {
  const { found, takesFocus } = props;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) {
      place.current?.focus();
    }
  }, [takesFocus]);
  return (
    <div ref={place} tabIndex={-1} className={styles.found}>
      <p className={styles.line}>
        <span>
          <EntityName entityRef={found.reconciledBy} /> found out that{' '}
          <strong>{THAT_IT[found.outcome]}</strong>,{' '}
          <Time value={found.reconciledAt} />, as one of{' '}
          <EntityName entityRef={found.via} />, {THROUGH[found.standing]}.
        </span>
      </p>
      <blockquote className={styles.note}>
        <PlainText text={found.comment} />
      </blockquote>
    </div>
  );
}

/** What there is to look for in the outside system. */
function WhatIsKnown(props: {
  execution: NonNullable<ActionRequest['execution']>;
}) {
  const { attempt, startedAt, endedAt, error, idempotencyKey } =
    props.execution;
  return (
    <>
      <p className={styles.line}>
        <span>
          Attempt {attempt} was started <Time value={startedAt} />
          {endedAt && (
            <>
              {' '}
              and given up <Time value={endedAt} />
            </>
          )}
          .
        </span>
      </p>
      {error && (
        <p className={styles.line}>
          <span>
            What is known of how it ended: <PlainText text={error} />
          </span>
        </p>
      )}
      <p className={styles.line}>
        <span>
          The outside system knows it by the idempotency key{' '}
          <code>{idempotencyKey}</code>.
        </span>
      </p>
    </>
  );
}

/**
 * An outcome nobody could tell: what is known, what the agent says, and who may say what came of it. Afterwards: who did,
 * and how they found out.
 */
export function OutcomePanel(props: {
  request: ActionRequest;
  mayReconcile: Explanation['mayReconcile'];
  onReconciled(outcome: KnownOutcome): void;
}) {
  const { request, mayReconcile, onReconciled } = props;
  const [asked, setAsked] = useState<KnownOutcome>();
  const [isMine, setIsMine] = useState(false);
  const { execution, reconciliation } = request;
  return (
    <div className={styles.panel}>
      {reconciliation ? (
        <Finding found={reconciliation} takesFocus={isMine} />
      ) : (
        <Alert
          status="warning"
          icon
          title="Nobody can tell yet whether it happened"
          description="It was cut off, and no machine tries it again. Somebody has to look at the outside system, and say what is there."
        />
      )}
      {execution && !reconciliation && <WhatIsKnown execution={execution} />}
      {(!reconciliation || request.outcomeReport) && (
        <AgentReport request={request} />
      )}
      {!reconciliation && (
        <>
          <p className={styles.line}>
            <PlainText text={`${mayReconcile.because}.`} />
          </p>
          {mayReconcile.allowed && (
            <div className={styles.buttons}>
              <Button variant="primary" onPress={() => setAsked('succeeded')}>
                It happened…
              </Button>
              <Button variant="secondary" onPress={() => setAsked('failed')}>
                It did not happen…
              </Button>
            </div>
          )}
        </>
      )}
      {asked && (
        <ReconcileDialog
          request={request}
          outcome={asked}
          onClose={() => setAsked(undefined)}
          onReconciled={outcome => {
            setAsked(undefined);
            setIsMine(true);
            onReconciled(outcome);
          }}
        />
      )}
    </div>
  );
}
