import { SignInUse } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  Time,
  useNow,
} from '@agentgov/backstage-plugin-agent-governance-react';
import styles from './AgentIdentity.module.css';

/** When something was signed in with, as far as the reader is told. */
export function UseLine(props: {
  use: SignInUse | undefined;
  isUseKnown: boolean;
}) {
  const { use, isUseKnown } = props;
  const now = useNow();
  if (!isUseKnown) {
    return null;
  }
  if (!use) {
    return <p className={styles.line}>Never used to sign in.</p>;
  }
  const isOver = Date.parse(use.tokenExpiresAt) <= Number(now);
  return (
    <p className={styles.line}>
      <span>
        Last used <Time value={use.lastAt} />
      </span>
      <span className={styles.quiet}>
        first <Time value={use.firstAt} />
      </span>
      <span className={styles.quiet}>
        the token it got then {isOver ? 'expired' : 'expires'}{' '}
        <Time value={use.tokenExpiresAt} />
      </span>
    </p>
  );
}
