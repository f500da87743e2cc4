import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  useEndFreeze,
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
import { useState } from 'react';
import { messageOf, statusOf } from '../LoadState';

/** Ends a freeze before its time, as the person saw it: a changed one is refused. */
export function EndFreezeDialog(props: {
  freeze: Freeze;
  onClose(): void;
  onEnded(freeze: Freeze): void;
}) {
  const { freeze, onClose, onEnded } = props;
  const [comment, setComment] = useState('');
  const end = useEndFreeze();
  const submit = () =>
    end.mutate(
      {
        id: freeze.id,
        revision: freeze.revision,
        ...(comment.trim() && { comment: comment.trim() }),
      },
      { onSuccess: onEnded },
    );
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={480}>
      <DialogHeader>End this freeze now?</DialogHeader>
      <DialogBody>
        <p>
          <PlainText text={freeze.reason} />: agents may change things in its
          scope again as soon as it has ended.
          {freeze.recurrence && ' It does not come back.'}
          {freeze.ending &&
            ` It takes ${freeze.ending.required} people, and ${freeze.ending.agreedBy.length} agreed.`}
        </p>
        {end.error && (
          <Alert
            role="alert"
            status="danger"
            icon
            title={
              statusOf(end.error) === 409
                ? 'This freeze changed, look again'
                : 'It was not ended'
            }
            description={<PlainText text={messageOf(end.error)} />}
          />
        )}
        <TextAreaField
          label="Comment"
          value={comment}
          onChange={setComment}
          maxLength={2000}
        />
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Keep it
        </Button>
        <Button
          variant="primary"
          destructive
          isPending={end.isPending}
          onPress={submit}
        >
          End it
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
