import { PolicyDetail } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  useConfirmPolicy,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useNavigate } from 'react-router-dom';
import { policiesRouteRef } from '../../routes';
import { ConfirmDialog } from '../ConfirmDialog';

/**
 * Ends what a vanished policy still forbids, as the person saw it: a changed one is refused. Then there is nothing left to
 * look at, so it leads back to the list.
 */
export function ConfirmPolicyDialog(props: {
  policy: PolicyDetail;
  onClose(): void;
}) {
  const { policy, onClose } = props;
  const confirm = useConfirmPolicy();
  const navigate = useNavigate();
  const route = useRouteRef(policiesRouteRef);
  return (
    <ConfirmDialog
      title="Confirm that this policy is gone?"
      confirm="It is gone"
      keep="Let it go on"
      comment={{ maxLength: 500 }}
      change={confirm}
      refused={{
        title: 'It was not confirmed',
        conflict: 'This policy changed, look again',
      }}
      onConfirm={said =>
        confirm.mutate(
          { ref: policy.ref, revision: policy.revision, ...said },
          { onSuccess: () => (route ? navigate(route()) : onClose()) },
        )
      }
      onClose={onClose}
    >
      <p>
        <PlainText text={policy.title} />: what it forbids and holds ends at
        once, for every agent. That you confirmed it is on record.
      </p>
    </ConfirmDialog>
  );
}
