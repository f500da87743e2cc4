import {
  ActionRequest,
  KnownOutcome,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { useReconcile } from '@agentgov/backstage-plugin-agent-governance-react';
import { TextAreaField } from '@backstage/ui';
import { useState } from 'react';
import { FormDialog } from '../FormDialog';
import { statusOf } from '../LoadState';

const ASKS: Record<
  KnownOutcome,
  { title: string; submit: string; follows: string }
> = {
  succeeded: {
    title: 'Did it happen?',
    submit: 'It happened',
    follows:
      'The request is at its end, and counts as one that succeeded. If the agent calls for the same again, it is told so before it may have it done a second time.',
  },
  failed: {
    title: 'Did it not happen?',
    submit: 'It did not happen',
    follows:
      'The request is at its end, and counts as one that failed. The agent may ask for the same at once, and it is decided anew.',
  },
};

/** What a person still has to do before they can say it. */
function whatIsMissing(options: {
  isOutdated: boolean;
  comment: string;
}): string | undefined {
  if (options.isOutdated) {
    return 'The request changed since: cancel, and look at it again.';
  }
  return options.comment === '' ? 'Say how you found out.' : undefined;
}

/** Asks how a person found out, and says it of the request as they saw it. */
export function ReconcileDialog(props: {
  /** As it is now. */
  request: ActionRequest;
  outcome: KnownOutcome;
  onClose(): void;
  onReconciled(outcome: KnownOutcome): void;
}) {
  const { request, outcome, onClose, onReconciled } = props;
  const [revision] = useState(request.revision);
  const [written, setWritten] = useState('');
  const reconcile = useReconcile();
  const comment = written.trim();
  const { title, submit, follows } = ASKS[outcome];
  return (
    <FormDialog
      title={title}
      width={520}
      missing={whatIsMissing({
        isOutdated: request.revision !== revision,
        comment,
      })}
      submit={submit}
      isPending={reconcile.isPending}
      error={reconcile.error}
      errorTitle={
        statusOf(reconcile.error) === 409
          ? 'It changed meanwhile: look at it again'
          : 'It was not recorded'
      }
      onSubmit={() =>
        reconcile.mutate(
          { requestId: request.id, outcome, comment, revision },
          { onSuccess: () => onReconciled(outcome) },
        )
      }
      onClose={onClose}
    >
      <p>{follows} This cannot be taken back.</p>
      <TextAreaField
        label="How you found out"
        description="Goes into the record, and to the agent."
        isRequired
        value={written}
        onChange={setWritten}
        maxLength={2000}
      />
    </FormDialog>
  );
}
