import {
  Delegation,
  DelegationState,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  StatusTag,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Button } from '@backstage/ui';
import {
  RiHistoryLine,
  RiShareForwardLine,
  RiStopCircleLine,
} from '@remixicon/react';
import { Fragment, ReactElement, ReactNode } from 'react';
import styles from './DelegationItem.module.css';

const STATES: Record<
  DelegationState,
  { words: string; tone: 'success' | 'neutral' | 'danger'; icon: ReactElement }
> = {
  active: {
    words: 'In force',
    tone: 'success',
    icon: <RiShareForwardLine />,
  },
  expired: { words: 'Over', tone: 'neutral', icon: <RiHistoryLine /> },
  revoked: { words: 'Revoked', tone: 'danger', icon: <RiStopCircleLine /> },
};

function listed(items: ReactNode[]): ReactNode {
  return items.map((item, index) => (
    <Fragment key={index}>
      {index > 0 && ', '}
      {item}
    </Fragment>
  ));
}

/** One delegation: who lets which agent do what, where, until when, and why. */
export function DelegationItem(props: {
  delegation: Delegation;
  onRevoke(): void;
}) {
  const { delegation, onRevoke } = props;
  const { actions, targets, environments, state } = delegation;
  const { words, tone, icon } = STATES[state];
  return (
    <li className={styles.delegation}>
      <p className={styles.line}>
        <StatusTag tone={tone} icon={icon}>
          {words}
        </StatusTag>
        <span>
          <EntityName entityRef={delegation.agentRef} /> on behalf of{' '}
          <EntityName entityRef={delegation.grantedBy} />
        </span>
        <span>
          until <Time value={delegation.until} />
        </span>
      </p>
      <p className={styles.line}>
        <span>
          {listed(actions.map(action => <code key={action}>{action}</code>))}
          {targets && ' on '}
          {targets &&
            listed(
              targets.map(ref => <EntityName key={ref} entityRef={ref} />),
            )}
          {environments && ` in ${environments.join(', ')}`}
        </span>
      </p>
      <p className={styles.line}>
        <strong>
          <PlainText text={delegation.reason} />
        </strong>
        <span className={styles.quiet}>
          granted <Time value={delegation.createdAt} />
        </span>
        {delegation.revokedBy && delegation.revokedAt && (
          <span>
            revoked by <EntityName entityRef={delegation.revokedBy} />{' '}
            <Time value={delegation.revokedAt} />
          </span>
        )}
      </p>
      <p className={styles.line}>
        <span className={styles.quiet}>
          The agent quotes <code>{delegation.id}</code>
        </span>
        {state === 'active' && (
          <Button size="small" variant="secondary" onPress={onRevoke}>
            Revoke
          </Button>
        )}
      </p>
    </li>
  );
}
