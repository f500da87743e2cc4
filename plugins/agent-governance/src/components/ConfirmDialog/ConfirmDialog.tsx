import { TextAreaField } from '@backstage/ui';
import { ReactNode, useState } from 'react';
import { FormDialog } from '../FormDialog';
import { statusOf } from '../LoadState';

/**
 * Asks once more before something ends, as the person saw it: what changed in between is refused by the portal, and said
 * in words of its own.
 */
export function ConfirmDialog(props: {
  title: string;
  /** Why the person may not, or that it is not known yet. */
  hindrance?: string;
  confirm: string;
  keep: string;
  /** Whether a comment is asked for. */
  comment?: { description?: string; maxLength: number };
  change: { isPending: boolean; error: Error | null };
  /** What is said where it was refused, and where it had changed. */
  refused: { title: string; conflict: string };
  /** The comment without the space around it; none is absent. */
  onConfirm(said: { comment?: string }): void;
  onClose(): void;
  children: ReactNode;
}) {
  const { title, hindrance, confirm, keep, change, refused } = props;
  const [comment, setComment] = useState('');
  const said = comment.trim();
  return (
    <FormDialog
      title={title}
      width={520}
      missing={hindrance}
      submit={confirm}
      destructive
      cancel={keep}
      isPending={change.isPending}
      error={change.error}
      errorTitle={
        statusOf(change.error) === 409 ? refused.conflict : refused.title
      }
      onSubmit={() => props.onConfirm(said ? { comment: said } : {})}
      onClose={props.onClose}
    >
      {props.children}
      {props.comment && (
        <TextAreaField
          label="Comment"
          {...props.comment}
          value={comment}
          onChange={setComment}
        />
      )}
    </FormDialog>
  );
}
