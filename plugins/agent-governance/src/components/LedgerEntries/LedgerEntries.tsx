import {
  LedgerEntryType,
  LedgerEntryView,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  Digest,
  Fold,
  JsonView,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Fragment } from 'react';
import { List } from '../List';
import { RequestLink } from '../RequestLink';
import styles from './LedgerEntries.module.css';

const WORDS: Record<LedgerEntryType, string> = {
  'action-request.decided': 'Decided',
  'action-request.redecided': 'Decided again',
  'action-request.reviewed': 'Reviewed',
  'action-request.transitioned': 'Moved on',
  'execution.claimed': 'Execution claimed',
  'execution.settled': 'Execution settled',
  'execution.deferred': 'Execution deferred',
  'execution.reported': 'Reported by its agent',
  'execution.reconciled': 'Outcome found out',
  'freeze.created': 'Freeze set',
  'freeze.ended': 'Freeze ended',
  'freeze.end-agreed': 'Agreed to end a freeze',
  'freeze.exception-requested': 'Exception from a freeze asked for',
  'freeze.exception-approved': 'Exception from a freeze approved',
  'freeze.excepted': 'Excepted from a freeze',
  'freeze.exception-ended': 'Exception from a freeze ended',
  'condition.reported': 'Condition reported',
  'stop.pulled': 'Stop pulled',
  'stop.release-approved': 'Release of a stop approved',
  'stop.released': 'Stop released',
  'context.reported': 'Context reported',
  'context.signed-off': 'Context signed off',
  'delegation.granted': 'Delegation granted',
  'delegation.revoked': 'Delegation revoked',
  'agent.changed': 'Agent changed',
  'policy.changed': 'Policy changed',
  'policy.confirmed': 'Policy confirmed gone',
  'policy.change-proposed': 'Change of a policy waits',
  'policy.change-withdrawn': 'Change of a policy withdrawn',
  'policy.change-approved': 'Agreed to a change of a policy',
  'policy.change-rejected': 'Change of a policy rejected',
  'policy-changes.governed': 'Who agrees to changes of policies',
  'tool.seen': 'MCP tool first seen',
  'tool.changed': 'MCP tool changed',
  'tool.accepted': 'MCP tool accepted',
};

const REQUEST_STREAM = 'action-request:';

/** The stream, with a way to what it is about where that has a page. */
function StreamName(props: { stream: string }) {
  const { stream } = props;
  return stream.startsWith(REQUEST_STREAM) ? (
    <RequestLink id={stream.slice(REQUEST_STREAM.length)}>{stream}</RequestLink>
  ) : (
    <code>{stream}</code>
  );
}

function Payloads(props: { entry: LedgerEntryView }) {
  return (
    <>
      {props.entry.payloads.map(payload =>
        payload.content === undefined ? (
          <p key={payload.name} className={styles.quiet}>
            {payload.name}:{' '}
            {payload.state === 'erased'
              ? 'erased; its commitment stays'
              : 'not for your eyes'}
          </p>
        ) : (
          <Fragment key={payload.name}>
            <p className={styles.quiet}>{payload.name}</p>
            <JsonView
              label={`Payload ${payload.name}`}
              value={payload.content}
            />
          </Fragment>
        ),
      )}
    </>
  );
}

/** Entries of the ledger in the order given; each opens to exactly what was recorded. */
export function LedgerEntries(props: {
  entries: LedgerEntryView[];
  /** Where entries of several streams stand together. */
  showStream?: boolean;
}) {
  const { entries, showStream } = props;
  if (entries.length === 0) {
    return <p className={styles.quiet}>Nothing is recorded.</p>;
  }
  return (
    <List ordered gap="tight">
      {entries.map(entry => {
        const { envelope } = entry;
        return (
          <li key={envelope.id} className={styles.entry}>
            <p className={styles.line}>
              <strong>{WORDS[envelope.type] ?? envelope.type}</strong>
              <Time value={envelope.time} />
              {showStream && <StreamName stream={envelope.stream} />}
              <span className={styles.quiet}>
                entry {envelope.streamIndex} of its stream, hash{' '}
                <Digest value={entry.leafHash} />
              </span>
            </p>
            <Fold summary="As recorded">
              <JsonView
                label="Envelope as JSON"
                value={JSON.parse(JSON.stringify(envelope))}
              />
              <Payloads entry={entry} />
            </Fold>
          </li>
        );
      })}
    </List>
  );
}
