import { ContextFact } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  Digest,
  FactValue,
  PlainText,
  useSignOff,
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
import styles from './SignOffDialog.module.css';

function ChangedNotice(props: { onLookAgain?: () => void }) {
  return (
    <Alert
      role="alert"
      status="warning"
      icon
      title="This value changed, look again"
      description="What you see below is not the present value. Nothing was signed off."
      customActions={
        props.onLookAgain && (
          <Button size="small" variant="secondary" onPress={props.onLookAgain}>
            Show the present value
          </Button>
        )
      }
    />
  );
}

/** A person vouches for the value they see; for another value it does not count. */
export function SignOffDialog(props: {
  /** As the person opened it. */
  fact: ContextFact;
  /** As it is now. */
  current: ContextFact | undefined;
  onLookAgain(fact: ContextFact): void;
  refetch(): unknown;
  onClose(): void;
  onSigned(): void;
}) {
  const { fact, current, onLookAgain, refetch, onClose, onSigned } = props;
  const [comment, setComment] = useState('');
  const signOff = useSignOff();
  const isConflict = statusOf(signOff.error) === 409;
  const isOutdated = current !== undefined && current.digest !== fact.digest;

  const submit = () =>
    signOff.mutate(
      {
        entityRef: fact.entityRef,
        factType: fact.factType,
        digest: fact.digest!,
        ...(comment.trim() && { comment: comment.trim() }),
      },
      {
        onSuccess: onSigned,
        onError: error => {
          if (statusOf(error) === 409) {
            refetch();
          }
        },
      },
    );

  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={520}>
      <DialogHeader>Sign off {fact.title}</DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          {(isOutdated || isConflict) && (
            <ChangedNotice
              onLookAgain={
                isOutdated
                  ? () => {
                      signOff.reset();
                      onLookAgain(current);
                    }
                  : undefined
              }
            />
          )}
          {signOff.error && !isConflict && (
            <Alert
              role="alert"
              status="danger"
              icon
              title="It was not signed off"
              description={<PlainText text={messageOf(signOff.error)} />}
            />
          )}
          <p className={styles.line}>
            You vouch that this is right at this moment:
          </p>
          <p className={styles.value}>
            <FactValue value={fact.value} />
          </p>
          <p className={styles.line}>
            From {fact.source}
            {fact.digest && (
              <>
                , value <Digest value={fact.digest} />
              </>
            )}
            . It lapses when the value changes, when your standing ends, or with
            age.
          </p>
          <TextAreaField
            label="Comment"
            value={comment}
            onChange={setComment}
            maxLength={2000}
          />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button
          variant="primary"
          isDisabled={isOutdated || !fact.digest}
          isPending={signOff.isPending}
          onPress={submit}
        >
          Sign off
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
