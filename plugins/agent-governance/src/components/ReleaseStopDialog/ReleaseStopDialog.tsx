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
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextAreaField,
} from '@backstage/ui';
import { useId, useState } from 'react';
import { LoadState, messageOf, statusOf } from '../LoadState';
import { StopApprovals } from '../StopItem';
import { StopScopeName } from '../StopScopeName';
import styles from './ReleaseStopDialog.module.css';

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
  const [comment, setComment] = useState('');
  const hindranceId = useId();
  const stop = useStop(id);
  const release = useReleaseStop();
  const hindrance = stop.data?.mayRelease.allowed
    ? undefined
    : stop.data?.mayRelease.because ?? 'Finding out whether you may…';

  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={520}>
      <DialogHeader>Release this stop?</DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          <LoadState query={stop} what="this stop">
            {() => <WhatIsReleased stop={stop.data!} />}
          </LoadState>
          {release.error && (
            <Alert
              role="alert"
              status="danger"
              icon
              title={
                statusOf(release.error) === 409
                  ? 'It is not released, look again'
                  : 'Your agreement was not taken'
              }
              description={<PlainText text={messageOf(release.error)} />}
            />
          )}
          <TextAreaField
            label="Comment"
            description="What was found out, and why it may run again."
            value={comment}
            onChange={setComment}
            maxLength={500}
          />
        </div>
      </DialogBody>
      <DialogFooter>
        <span id={hindranceId} className={styles.hindrance} role="status">
          {hindrance}
        </span>
        <Button variant="secondary" onPress={onClose}>
          Keep it
        </Button>
        <Button
          variant="primary"
          destructive
          isDisabled={hindrance !== undefined}
          isPending={release.isPending}
          aria-describedby={hindranceId}
          onPress={() =>
            release.mutate(
              {
                id,
                revision: stop.data!.revision,
                ...(comment.trim() && { comment: comment.trim() }),
              },
              { onSuccess: onAgreed },
            )
          }
        >
          Agree to release
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
