import {
  ConditionKind,
  ConditionSourceSummary,
  ConditionSourceType,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  Fold,
  PlainText,
  StatusTag,
  StatusTagProps,
  Time,
  formatDuration,
} from '@agentgov/backstage-plugin-agent-governance-react';
import {
  RiQuestionLine,
  RiSignalWifiErrorLine,
  RiSignalWifiLine,
} from '@remixicon/react';
import { Item, ItemLine, Quiet } from '../Item';
import { List } from '../List';

const LOOKS: Record<
  ConditionSourceSummary['state'],
  Omit<StatusTagProps, 'children'> & { word: string }
> = {
  reporting: {
    word: 'Reporting',
    tone: 'success',
    icon: <RiSignalWifiLine />,
  },
  quiet: {
    word: 'Silent',
    tone: 'danger',
    icon: <RiSignalWifiErrorLine />,
  },
  unheard: {
    word: 'Never heard',
    tone: 'warning',
    edge: 'dashed',
    icon: <RiQuestionLine />,
  },
};

const MEANING: Record<ConditionSourceSummary['state'], string> = {
  reporting: '',
  quiet:
    'What it said is stale: decisions do not go by it, and what it would have said is not known to be good.',
  unheard:
    'What it would say is unknown to every decision until it reports for the first time.',
};

const KINDS: Record<ConditionKind, string> = {
  incident: 'Incidents',
  health: 'Health',
  deployment: 'Deployments',
};

const TYPES: Record<ConditionSourceType, string> = {
  generic: 'signed reports',
  pagerduty: 'PagerDuty webhooks',
  alertmanager: 'Alertmanager webhooks',
  polled: 'asked by the portal',
};

/** One source: what it reports and how, whether it is heard, and what of it could not be matched. */
export function SourceItem(props: { source: ConditionSourceSummary }) {
  const { source } = props;
  const { word, ...tag } = LOOKS[source.state];
  const { quietAfterSeconds, unmatched } = source;
  return (
    <Item>
      <ItemLine>
        <StatusTag {...tag}>{word}</StatusTag>
        <strong>{source.title}</strong>
        <span>
          {KINDS[source.kind]}, {TYPES[source.type]}
        </span>
        <Quiet as="code">{source.id}</Quiet>
      </ItemLine>
      <ItemLine>
        {source.heardAt && (
          <span>
            last heard <Time value={source.heardAt} />
          </span>
        )}
        <span>{source.current} in force</span>
        <Quiet>
          one report is believed for {formatDuration(source.ttlSeconds)},{' '}
          {quietAfterSeconds === undefined
            ? 'its silence says nothing'
            : `silence for ${formatDuration(quietAfterSeconds)}`}
        </Quiet>
      </ItemLine>
      {MEANING[source.state] && <ItemLine>{MEANING[source.state]}</ItemLine>}
      {unmatched.length > 0 && (
        <Fold
          summary={`${unmatched.length} ${
            unmatched.length === 1 ? 'report' : 'reports'
          } about nothing the portal knows`}
        >
          <List gap="wide">
            {unmatched.map(({ key, title, because, receivedAt }) => (
              <ItemLine key={key} as="li">
                <PlainText text={title} />
                <Quiet>
                  <PlainText text={because} />, received{' '}
                  <Time value={receivedAt} />
                </Quiet>
              </ItemLine>
            ))}
          </List>
        </Fold>
      )}
    </Item>
  );
}
