import { PolicyDetail } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  useConfirmPolicy,
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
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { policiesRouteRef } from '../../routes';
import { messageOf, statusOf } from '../LoadState';

/**
 * Ends what a vanished policy still forbids, as the person saw it: a changed one is refused. Then there is nothing left to
 * look at, so it leads back to the list.
 */
export function ConfirmPolicyDialog(props: {
  policy: PolicyDetail;
  onClose(): void;
}) {
  const { policy, onClose } = props;
  const [comment, setComment] = useState('');
  const confirm = useConfirmPolicy();
  const navigate = useNavigate();
  const route = useRouteRef(policiesRouteRef);
  const submit = () =>
    confirm.mutate(
      {
        ref: policy.ref,
        revision: policy.revision,
        ...(comment.trim() && { comment: comment.trim() }),
      },
      { onSuccess: () => (route ? navigate(route()) : onClose()) },
    );
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={480}>
      <DialogHeader>Confirm that this policy is gone?</DialogHeader>
      <DialogBody>
        <p>
          <PlainText text={policy.title} />: what it forbids and holds ends at
          once, for every agent. That you confirmed it is on record.
        </p>
        {confirm.error && (
          <Alert
            role="alert"
            status="danger"
            icon
            title={
              statusOf(confirm.error) === 409
                ? 'This policy changed, look again'
                : 'It was not confirmed'
            }
            description={<PlainText text={messageOf(confirm.error)} />}
          />
        )}
        <TextAreaField
          label="Comment"
          value={comment}
          onChange={setComment}
          maxLength={500}
        />
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Let it go on
        </Button>
        <Button
          variant="primary"
          destructive
          isPending={confirm.isPending}
          onPress={submit}
        >
          It is gone
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
