import { AgentIdentityUse } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  StatusTag,
} from '@agentgov/backstage-plugin-agent-governance-react';
import {
  RiFingerprintLine,
  RiForbid2Line,
  RiHistoryLine,
} from '@remixicon/react';
import { UseLine } from './UseLine';
import styles from './AgentIdentity.module.css';

function Standing(props: { identity: AgentIdentityUse }) {
  const { isBelieved, isInEntity } = props.identity;
  if (!isInEntity) {
    return (
      <StatusTag tone="neutral" edge="dashed" icon={<RiHistoryLine />}>
        No longer in its entity
      </StatusTag>
    );
  }
  return isBelieved ? (
    <StatusTag tone="success" icon={<RiFingerprintLine />}>
      In its entity
    </StatusTag>
  ) : (
    <StatusTag tone="danger" icon={<RiForbid2Line />}>
      Issuer not believed
    </StatusTag>
  );
}

/** Who the agent is to one issuer, whether that issuer counts, and when it was used. */
export function IdentityItem(props: {
  identity: AgentIdentityUse;
  isUseKnown: boolean;
}) {
  const { identity, isUseKnown } = props;
  return (
    <li className={styles.item}>
      <p className={styles.line}>
        <Standing identity={identity} />
        <strong>
          <PlainText text={identity.subject} />
        </strong>
        <span>
          to <code>{identity.issuerId}</code>
        </span>
        {identity.issuer !== undefined && (
          <span className={styles.quiet}>
            <PlainText text={identity.issuer} />
          </span>
        )}
      </p>
      {!identity.isBelieved && (
        <p className={styles.line}>
          The portal believes no such issuer now: nobody can sign in with this.
        </p>
      )}
      <UseLine use={identity.use} isUseKnown={isUseKnown} />
    </li>
  );
}
