import { UnblockStep } from '@agentgov/backstage-plugin-agent-governance-common';
import { Link } from '@backstage/ui';
import {
  RiAlarmWarningLine,
  RiFileTextLine,
  RiHeartPulseLine,
  RiHistoryLine,
  RiLinksLine,
  RiLoader4Line,
  RiRocketLine,
  RiShareForwardLine,
  RiShieldCheckLine,
  RiSnowflakeLine,
  RiStopCircleLine,
  RiTimeLine,
  RiUserLine,
} from '@remixicon/react';
import { Fragment } from 'react';
import { useAgentGovernanceLinks } from '../../links';
import { EntityName } from '../EntityName';
import { PlainText } from '../PlainText';
import { Time } from '../Time';
import { whereTo } from './whereTo';
import styles from './UnblockList.module.css';

const ICONS: Record<UnblockStep['kind'], JSX.Element> = {
  'stop-released': <RiStopCircleLine />,
  'freeze-ends': <RiSnowflakeLine />,
  'incident-resolved': <RiAlarmWarningLine />,
  'health-recovers': <RiHeartPulseLine />,
  'deployment-ends': <RiRocketLine />,
  'owner-delegates': <RiShareForwardLine />,
  'context-renewed': <RiHistoryLine />,
  'context-requoted': <RiLinksLine />,
  wait: <RiTimeLine />,
  'policy-changed': <RiFileTextLine />,
  review: <RiUserLine />,
  grant: <RiShieldCheckLine />,
  retry: <RiLoader4Line />,
};
const THEN: Record<UnblockStep['verdict'], string> = {
  allow: 'Then it would be allowed.',
  hold: 'Then it would be held for a person.',
  deny: 'It would still be denied.',
};

/** One change: what, what would follow, who can do it, where, and when it comes by itself. */
export function UnblockItem(props: { step: UnblockStep; requestId?: string }) {
  const { step, requestId } = props;
  const where = whereTo(step, useAgentGovernanceLinks(), requestId);
  return (
    <li className={styles.step}>
      <span className={styles.icon} aria-hidden="true">
        {ICONS[step.kind]}
      </span>
      <div className={styles.words}>
        <PlainText text={step.message} />{' '}
        <span className={styles.quiet}>{THEN[step.verdict]}</span>
        {step.who.length > 0 && (
          <div>
            {step.kind === 'freeze-ends' ? 'Ask' : 'Who can do it'}:{' '}
            {step.who.map((ref, position) => (
              <Fragment key={ref}>
                {position > 0 && ', '}
                <EntityName entityRef={ref} />
              </Fragment>
            ))}
          </div>
        )}
        {step.at && (
          <div>
            By itself: <Time value={step.at} />
          </div>
        )}
        {where && (
          <div className={styles.where}>
            <Link href={where.href}>{where.text}</Link>
          </div>
        )}
      </div>
    </li>
  );
}
