import { AgentKeyUse } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  StatusTag,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { RiHistoryLine, RiKey2Line } from '@remixicon/react';
import { UseLine } from './UseLine';
import styles from './AgentIdentity.module.css';

/** One key: what identifies it, what it may be used with, and when it was. */
export function KeyItem(props: { agentKey: AgentKeyUse; isUseKnown: boolean }) {
  const { agentKey, isUseKnown } = props;
  const { algorithm, isInEntity, keyId, thumbprint, use } = agentKey;
  return (
    <li className={styles.item}>
      <p className={styles.line}>
        {isInEntity ? (
          <StatusTag tone="success" icon={<RiKey2Line />}>
            In its entity
          </StatusTag>
        ) : (
          <StatusTag tone="neutral" edge="dashed" icon={<RiHistoryLine />}>
            No longer in its entity
          </StatusTag>
        )}
        <code className={styles.thumbprint}>{thumbprint}</code>
        {algorithm && <span>{algorithm}</span>}
        {keyId !== undefined && (
          <span className={styles.quiet}>
            named <PlainText text={keyId} limit={80} />
          </span>
        )}
      </p>
      <UseLine use={use} isUseKnown={isUseKnown} />
    </li>
  );
}
