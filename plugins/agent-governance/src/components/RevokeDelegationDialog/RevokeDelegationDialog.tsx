import {
  EntityName,
  PlainText,
  useDelegation,
  useRevokeDelegation,
} from '@agentgov/backstage-plugin-agent-governance-react';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { useId } from 'react';
import { LoadState, messageOf, statusOf } from '../LoadState';
import styles from './RevokeDelegationDialog.module.css';

/** Ends a delegation, for those who may. */
export function RevokeDelegationDialog(props: {
  id: string;
  onClose(): void;
  onRevoked(): void;
}) {
  const { id, onClose, onRevoked } = props;
  const hindranceId = useId();
  const delegation = useDelegation(id);
  const revoke = useRevokeDelegation();
  const hindrance = delegation.data?.mayRevoke.allowed
    ? undefined
    : delegation.data?.mayRevoke.because ?? 'Finding out whether you may…';

  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={520}>
      <DialogHeader>Revoke this delegation?</DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          <LoadState query={delegation} what="this delegation">
            {() => (
              <p>
                <EntityName entityRef={delegation.data!.agentRef} /> starts
                nothing more on behalf of{' '}
                <EntityName entityRef={delegation.data!.grantedBy} /> by it, and
                what waits under it ends. What is running finishes. What the
                agent may by itself stays as it is.
              </p>
            )}
          </LoadState>
          {revoke.error && (
            <Alert
              role="alert"
              status="danger"
              icon
              title={
                statusOf(revoke.error) === 409
                  ? 'It had ended already'
                  : 'It was not revoked'
              }
              description={<PlainText text={messageOf(revoke.error)} />}
            />
          )}
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
          isPending={revoke.isPending}
          aria-describedby={hindranceId}
          onPress={() => revoke.mutate({ id }, { onSuccess: onRevoked })}
        >
          Revoke it
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
