import {
  Stop,
  StopDetails,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  Time,
  useReleaseStop,
  useStop,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Alert } from '@backstage/ui';
import { ConfirmDialog, whatHinders } from '../ConfirmDialog';
import { LoadState } from '../LoadState';
import { StopApprovals } from '../StopItem';
import { StopScopeName } from '../StopScopeName';

function WhatIsReleased(props: { stop: StopDetails }) {
  const { stop } = props;
  const { quorum } = stop.release;
  return (
    <>
      <p>
        <strong>
          <PlainText text={stop.reason} />
        </strong>
      </p>
      <p>
        Stopped is <StopScopeName scope={stop.scope} />, by{' '}
        <EntityName entityRef={stop.pulledBy} /> <Time value={stop.pulledAt} />.
        Once enough people agree, agents may ask and run again in its scope.
        What was stopped stays so.
      </p>
      <StopApprovals release={stop.release} />
      {stop.state === 'in-force' && stop.eligible < quorum && (
        <Alert
          status="warning"
          icon
          title="Nobody can release it at present"
          description={`It takes ${quorum} people who own what it brakes or administer the portal, and there are ${stop.eligible}.`}
        />
      )}
    </>
  );
}

/** One person's agreement to release a stop, as they saw it: one that was pulled again is refused. */
export function ReleaseStopDialog(props: {
  id: string;
  onClose(): void;
  onAgreed(stop: Stop): void;
}) {
  const { id, onClose, onAgreed } = props;
  const stop = useStop(id);
  const release = useReleaseStop();
  return (
    <ConfirmDialog
      title="Release this stop?"
      hindrance={whatHinders(stop.data?.mayRelease)}
      confirm="Agree to release"
      keep="Keep it"
      comment={{
        description: 'What was found out, and why it may run again.',
        maxLength: 500,
      }}
      change={release}
      refused={{
        title: 'Your agreement was not taken',
        conflict: 'It is not released, look again',
      }}
      onConfirm={said =>
        release.mutate(
          { id, revision: stop.data!.revision, ...said },
          { onSuccess: onAgreed },
        )
      }
      onClose={onClose}
    >
      <LoadState query={stop} what="this stop">
        {() => <WhatIsReleased stop={stop.data!} />}
      </LoadState>
    </ConfirmDialog>
  );
}
