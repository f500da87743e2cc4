import { Replay } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  Time,
  useReplay,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Alert, Link } from '@backstage/ui';
import { say } from '../../replays';
import { LoadState } from '../LoadState';
import { Section } from '../Section';
import { ReplayProgress } from './ReplayProgress';
import { ReplayReportView } from './ReplayReportView';
import { ReplayStateTag } from './ReplayStateTag';
import { WhatIsTried } from './WhatIsTried';
import styles from './ReplayView.module.css';

/** One replay: how far it is, what it found, and what it tried. */
export function ReplayView(props: { id: string }) {
  const replay = useReplay(props.id);
  return (
    <LoadState query={replay} what="this replay">
      {() => <Loaded replay={replay.data!} />}
    </LoadState>
  );
}

function Loaded(props: { replay: Replay }) {
  const { replay } = props;
  const { report } = replay;
  return (
    <>
      <Section title={replay.title}>
        <div className={styles.parts}>
          <p className={styles.actions}>
            <ReplayStateTag state={replay.state} />
            <span>
              started <Time value={replay.createdAt} />{' '}
              {replay.createdBy ? (
                <>
                  by <EntityName entityRef={replay.createdBy} />
                </>
              ) : (
                'by the portal'
              )}
            </span>
            <Link href={`?${new URLSearchParams({ again: replay.id })}`}>
              Try another draft like this
            </Link>
          </p>
          <Standing replay={replay} />
        </div>
      </Section>
      {report && <ReplayReportView replay={replay} report={report} />}
      <WhatIsTried replay={replay} />
    </>
  );
}

function Standing(props: { replay: Replay }) {
  const { replay } = props;
  const { state, progress, error = 'The portal did not say why.' } = replay;
  switch (state) {
    case 'queued':
    case 'running':
      return <ReplayProgress replay={replay} />;
    case 'cancelled':
      return (
        <p role="status">
          It was cancelled after {say(progress.done)} of{' '}
          {say(progress.total, 'decision', 'decisions')}. There is no report: of
          a part nobody could say what it stands for.
        </p>
      );
    case 'failed':
      return (
        <Alert
          role="alert"
          status="danger"
          icon
          title="It failed, and there is no report"
          description={<PlainText text={error} />}
        />
      );
    default:
      return null;
  }
}
