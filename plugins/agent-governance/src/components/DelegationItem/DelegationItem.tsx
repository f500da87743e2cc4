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
import { Item, ItemLine, Quiet } from '../Item';

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
    <Item>
      <ItemLine>
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
      </ItemLine>
      <ItemLine>
        <span>
          {listed(actions.map(action => <code key={action}>{action}</code>))}
          {targets && ' on '}
          {targets &&
            listed(
              targets.map(ref => <EntityName key={ref} entityRef={ref} />),
            )}
          {environments && ` in ${environments.join(', ')}`}
        </span>
      </ItemLine>
      <ItemLine>
        <strong>
          <PlainText text={delegation.reason} />
        </strong>
        <Quiet>
          granted <Time value={delegation.createdAt} />
        </Quiet>
        {delegation.revokedBy && delegation.revokedAt && (
          <span>
            revoked by <EntityName entityRef={delegation.revokedBy} />{' '}
            <Time value={delegation.revokedAt} />
          </span>
        )}
      </ItemLine>
      <ItemLine>
        <Quiet>
          The agent quotes <code>{delegation.id}</code>
        </Quiet>
        {state === 'active' && (
          <Button size="small" variant="secondary" onPress={onRevoke}>
            Revoke
          </Button>
        )}
      </ItemLine>
    </Item>
  );
}
