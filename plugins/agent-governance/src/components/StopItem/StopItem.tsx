import { Stop } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  StatusTag,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Button } from '@backstage/ui';
import { RiHistoryLine, RiStopCircleLine } from '@remixicon/react';
import { Item, ItemLine } from '../Item';
import { StopScopeName } from '../StopScopeName';
import { StopApprovals } from './StopApprovals';

/** One stop: state, scope, reason, who pulled it, who agrees to its release. */
export function StopItem(props: { stop: Stop; onRelease(): void }) {
  const { stop, onRelease } = props;
  const isInForce = stop.state === 'in-force';
  return (
    <Item>
      <ItemLine>
        <StatusTag
          tone={isInForce ? 'danger' : 'neutral'}
          icon={isInForce ? <RiStopCircleLine /> : <RiHistoryLine />}
        >
          {isInForce ? 'In force' : 'Released'}
        </StatusTag>
        <span>
          <StopScopeName scope={stop.scope} />
        </span>
      </ItemLine>
      <ItemLine>
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
      </ItemLine>
      <StopApprovals release={stop.release} />
      {isInForce && (
        <ItemLine>
          <Button size="small" variant="secondary" onPress={onRelease}>
            Release
          </Button>
        </ItemLine>
      )}
    </Item>
  );
}
