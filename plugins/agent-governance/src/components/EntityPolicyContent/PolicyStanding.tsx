import { PolicyDetail } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  Digest,
  EntityName,
  PlainText,
  PolicyStateBadge,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { ReactNode } from 'react';
import { levelWord } from '../PoliciesPage/levelWord';
import { TrialActions } from '../PolicyTrial';
import { Section } from '../Section';
import styles from './EntityPolicyContent.module.css';

const MODES = {
  enforce: 'Enforced',
  shadow: 'Shadow: recorded as what it would have done',
};

/** Whether a policy counts, whose word it is, and how far that reaches. */
export function PolicyStanding(props: { policy: PolicyDetail }) {
  const { policy } = props;
  return (
    <Section
      title="Whether it counts"
      actions={<TrialActions policy={policy} />}
    >
      <div className={styles.standing}>
        <p className={styles.state}>
          <PolicyStateBadge state={policy.state} />{' '}
          <PlainText text={policy.because} />
        </p>
        <dl className={styles.facts}>
          <Entry name="Level">{levelWord(policy.level)}</Entry>
          <Entry name="Owner">
            {policy.owner === undefined ? (
              'Not readable'
            ) : (
              <EntityName entityRef={policy.owner} defaultKind="group" />
            )}
          </Entry>
          <Entry name="Mode">
            {policy.mode ? MODES[policy.mode] : 'Not readable'}
          </Entry>
          <Entry name="Has a say in">
            <PlainText text={policy.authority} />
          </Entry>
          <Entry name="Comes from">
            {policy.originLocation === undefined ? (
              'A place that is not trusted'
            ) : (
              <code className={styles.place}>{policy.originLocation}</code>
            )}
          </Entry>
          <Entry name="Changed">
            <Time value={policy.changedAt} />
          </Entry>
          {policy.digest !== undefined && (
            <Entry name="Text that decides">
              <Digest value={policy.digest} />
            </Entry>
          )}
        </dl>
      </div>
    </Section>
  );
}

function Entry(props: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
