import { PlainText } from '@agentgov/backstage-plugin-agent-governance-react';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { ReactNode, useId } from 'react';
import { messageOf } from '../LoadState';
import styles from './FormDialog.module.css';

/** What a dialog asks, and what it does about the answer. */
export interface FormDialogProps {
  title: string;
  /** Pixels. */
  width: number;
  /** What it still takes, or what hinders; beside the button, which waits for it. */
  missing: string | undefined;
  /** What the button says that does it. */
  submit: string;
  /** Where doing it ends or loosens something. */
  destructive?: boolean;
  /** What the other button says. */
  cancel?: string;
  isPending: boolean;
  /** Why it was not done. */
  error: Error | null;
  errorTitle: string;
  onSubmit(): void;
  onClose(): void;
  children: ReactNode;
}

/** A dialog with something to fill in or to confirm. What is lacking is said beside the button. */
export function FormDialog(props: FormDialogProps) {
  const {
    title,
    width,
    missing,
    submit,
    destructive,
    cancel = 'Cancel',
  } = props;
  const { isPending, error, errorTitle, onSubmit, onClose, children } = props;
  const missingId = useId();
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={width}>
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <div className={styles.fields}>
          {children}
          {error && (
            <Alert
              role="alert"
              status="danger"
              icon
              title={errorTitle}
              description={<PlainText text={messageOf(error)} />}
            />
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <span id={missingId} className={styles.missing} role="status">
          {missing}
        </span>
        <Button variant="secondary" onPress={onClose}>
          {cancel}
        </Button>
        <Button
          variant="primary"
          destructive={destructive}
          isDisabled={missing !== undefined}
          isPending={isPending}
          aria-describedby={missingId}
          onPress={onSubmit}
        >
          {submit}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
