import {
  EntityName,
  useDelegation,
  useRevokeDelegation,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { ConfirmDialog, whatHinders } from '../ConfirmDialog';
import { LoadState } from '../LoadState';

/** Ends a delegation, for those who may. */
export function RevokeDelegationDialog(props: {
  id: string;
  onClose(): void;
  onRevoked(): void;
}) {
  const { id, onClose, onRevoked } = props;
  const delegation = useDelegation(id);
  const revoke = useRevokeDelegation();
  return (
    <ConfirmDialog
      title="Revoke this delegation?"
      hindrance={whatHinders(delegation.data?.mayRevoke)}
      confirm="Revoke it"
      keep="Keep it"
      change={revoke}
      refused={{
        title: 'It was not revoked',
        conflict: 'It had ended already',
      }}
      onConfirm={() => revoke.mutate({ id }, { onSuccess: onRevoked })}
      onClose={onClose}
    >
      <LoadState query={delegation} what="this delegation">
        {() => (
          <p>
            <EntityName entityRef={delegation.data!.agentRef} /> starts nothing
            more on behalf of{' '}
            <EntityName entityRef={delegation.data!.grantedBy} /> by it, and
            what waits under it ends. What is running finishes. What the agent
            may by itself stays as it is.
          </p>
        )}
      </LoadState>
    </ConfirmDialog>
  );
}
