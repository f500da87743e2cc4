import { Stop } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  StatusTag,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Button } from '@backstage/ui';
import { RiHistoryLine, RiStopCircleLine } from '@remixicon/react';
import { StopScopeName } from '../StopScopeName';
import { StopApprovals } from './StopApprovals';
import styles from './StopItem.module.css';

/** One stop: state, scope, reason, who pulled it, who agrees to its release. */
export function StopItem(props: { stop: Stop; onRelease(): void }) {
  const { stop, onRelease } = props;
  const isInForce = stop.state === 'in-force';
  return (
    <li className={styles.stop}>
      <p className={styles.line}>
        <StatusTag
          tone={isInForce ? 'danger' : 'neutral'}
          icon={isInForce ? <RiStopCircleLine /> : <RiHistoryLine />}
        >
          {isInForce ? 'In force' : 'Released'}
        </StatusTag>
        <span>
          <StopScopeName scope={stop.scope} />
        </span>
      </p>
      <p className={styles.line}>
        <strong>
          <PlainText text={stop.reason} />
        </strong>
        <span>
          pulled by <EntityName entityRef={stop.pulledBy} />{' '}
          <Time value={stop.pulledAt} />
        </span>
        {stop.releasedAt && (
          <span>
            released <Time value={stop.releasedAt} />
          </span>
        )}
      </p>
      <StopApprovals release={stop.release} />
      {isInForce && (
        <p className={styles.line}>
          <Button size="small" variant="secondary" onPress={onRelease}>
            Release
          </Button>
        </p>
      )}
    </li>
  );
}
