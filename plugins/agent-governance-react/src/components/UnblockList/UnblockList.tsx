import { UnblockStep } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  RiAlarmWarningLine,
  RiFileTextLine,
  RiHeartPulseLine,
  RiHistoryLine,
  RiLinksLine,
  RiLoader4Line,
  RiRocketLine,
  RiShieldCheckLine,
  RiSnowflakeLine,
  RiStopCircleLine,
  RiTimeLine,
  RiUserLine,
} from '@remixicon/react';
import { Fragment } from 'react';
import { EntityName } from '../EntityName';
import { PlainText } from '../PlainText';
import { Time } from '../Time';
import styles from './UnblockList.module.css';

const ICONS: Record<UnblockStep['kind'], JSX.Element> = {
  'stop-released': <RiStopCircleLine />,
  'freeze-ends': <RiSnowflakeLine />,
  'incident-resolved': <RiAlarmWarningLine />,
  'health-recovers': <RiHeartPulseLine />,
  'deployment-ends': <RiRocketLine />,
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

/** What would turn the verdict, and who can bring it about. @public */
export function UnblockList(props: { steps: UnblockStep[] }) {
  return (
    <ul className={styles.list}>
      {props.steps.map((step, index) => (
        <li key={index} className={styles.step}>
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
          </div>
        </li>
      ))}
    </ul>
  );
}
