import { LedgerVerification } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  useLedgerVerification,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Alert, Button } from '@backstage/ui';
import { LoadFailure } from '../LoadState';
import styles from './LedgerCheck.module.css';

function Findings(props: { verification: LedgerVerification }) {
  const { ok, entries, streams, findings, limits } = props.verification;
  const size = `${entries} entries in ${streams} streams`;
  return (
    <>
      <Alert
        role="status"
        status={ok ? 'success' : 'danger'}
        icon
        title={
          ok
            ? `Nothing wrong was found in ${size}.`
            : `${findings.length} ${
                findings.length === 1 ? 'thing is' : 'things are'
              } wrong in ${size}.`
        }
      />
      {findings.length > 0 && (
        <ul className={styles.list}>
          {findings.map((finding, index) => (
            <li key={index}>
              <strong>{finding.problem}</strong>{' '}
              <PlainText text={finding.message} />{' '}
              {finding.stream && <code>{finding.stream}</code>}{' '}
              {finding.entryId && <code>{finding.entryId}</code>}
            </li>
          ))}
        </ul>
      )}
      {limits.length > 0 && (
        <>
          <p className={styles.line}>What this check cannot show:</p>
          <ul className={styles.list}>
            {limits.map(limit => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The check of the ledger, made when somebody asks, with what it cannot show said first. */
export function LedgerCheck(props: { stream: string | undefined }) {
  const { stream } = props;
  const check = useLedgerVerification();
  const run = () => check.mutate({ stream });
  return (
    <div className={styles.check}>
      <p className={styles.line}>
        A changed, swapped or missing entry inside a stream is found. Entries
        removed from the end of a stream are not yet found: that needs signed
        tree heads, which come next.
      </p>
      <div>
        <Button variant="primary" isPending={check.isPending} onPress={run}>
          {stream ? 'Verify this stream' : 'Verify'}
        </Button>
      </div>
      {check.error && (
        <LoadFailure
          error={check.error}
          what="the ledger to verify it"
          onRetry={run}
        />
      )}
      {check.data && <Findings verification={check.data} />}
    </div>
  );
}
