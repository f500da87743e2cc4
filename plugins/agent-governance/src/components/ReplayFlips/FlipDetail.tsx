import {
  ReplayFlip,
  ReplayVerdict,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  Time,
  VerdictBadge,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Button } from '@backstage/ui';
import { Fragment, useEffect, useRef } from 'react';
import { VERDICT_WORDS } from '../../verdictWords';
import { RequestLink } from '../RequestLink';
import { SimulatorLink } from '../SimulatorLink';
import styles from './ReplayFlips.module.css';

function Side(props: { title: string; verdict: ReplayVerdict }) {
  const { title, verdict } = props;
  return (
    <section className={styles.side} aria-label={title}>
      <h4 className={styles.subtitle}>{title}</h4>
      <p>
        <VerdictBadge verdict={verdict.verdict} reason={verdict.reason} />
      </p>
      <p>
        <PlainText text={verdict.because} />
      </p>
      {verdict.asks.length > 0 && (
        <>
          <p>Who is to look:</p>
          <ul className={styles.asks}>
            {verdict.asks.map(ask => (
              <li key={ask}>
                <PlainText text={ask} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** One decision that would change: as it is decided now, and as it would be, side by side. */
export function FlipDetail(props: { flip: ReplayFlip; onClose(): void }) {
  const { flip, onClose } = props;
  const ref = useRef<HTMLElement>(null);
  const { decisionId, before, recorded } = flip;
  useEffect(() => ref.current?.focus(), [decisionId]);
  return (
    <section
      ref={ref}
      className={styles.detail}
      aria-label="One decision"
      tabIndex={-1}
    >
      <p>
        <RequestLink id={flip.requestId}>{flip.actionId}</RequestLink> on{' '}
        <EntityName entityRef={flip.targetRef} /> in {flip.environment}, asked
        by <EntityName entityRef={flip.agentRef} defaultKind="agent" />, decided{' '}
        <Time value={flip.decidedAt} />
      </p>
      <div className={styles.sides}>
        <Side title="Under the policies that decide now" verdict={before} />
        <Side title="Under the draft" verdict={flip.after} />
      </div>
      {recorded !== before.verdict && (
        <p>
          At that time it was decided otherwise: {VERDICT_WORDS[recorded]}. That
          is not the draft’s doing.
        </p>
      )}
      {flip.policies.length > 0 && (
        <p>
          Of the draft, these had something to say:{' '}
          {flip.policies.map((policy, index) => (
            <Fragment key={policy}>
              {index > 0 && ', '}
              <EntityName entityRef={policy} />
            </Fragment>
          ))}
        </p>
      )}
      <div className={styles.line}>
        <RequestLink id={flip.requestId}>The whole request</RequestLink>
        <SimulatorLink start={{ decision: decisionId }}>
          Take it apart in the simulator
        </SimulatorLink>
        <Button size="small" variant="tertiary" onPress={onClose}>
          Close
        </Button>
      </div>
    </section>
  );
}
