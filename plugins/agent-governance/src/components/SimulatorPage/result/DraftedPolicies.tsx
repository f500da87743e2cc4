import { DraftedPolicy } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  StatusTag,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { RiErrorWarningLine } from '@remixicon/react';
import styles from '../SimulatorPage.module.css';

const CHANGES: Record<DraftedPolicy['change'], string> = {
  added: 'would be new',
  replaced: 'would say something else',
  mode: 'would be in another mode',
  off: 'would be off',
  unchanged: 'would stay as it is',
};

/** What became of each policy that a draft speaks about. */
export function DraftedPolicies(props: { policies: DraftedPolicy[] }) {
  return (
    <ul className={styles.rows} aria-label="What the draft changes">
      {props.policies.map(policy => (
        <li key={policy.ref}>
          <p className={styles.line}>
            <strong>
              <PlainText text={policy.title} />
            </strong>
            <code>
              <PlainText text={policy.ref} />
            </code>
            <span>
              {CHANGES[policy.change]}
              {policy.after && ` (${policy.after.mode})`}
            </span>
          </p>
          {policy.inert !== undefined && (
            <p className={styles.line}>
              <StatusTag
                tone="warning"
                edge="dashed"
                icon={<RiErrorWarningLine />}
              >
                Counts for nothing
              </StatusTag>
              <PlainText text={policy.inert} />
            </p>
          )}
          {policy.warnings.map(({ field, reason }) => (
            <p key={`${field} ${reason}`} className={styles.note}>
              <code>{field}</code>: <PlainText text={reason} />
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}
