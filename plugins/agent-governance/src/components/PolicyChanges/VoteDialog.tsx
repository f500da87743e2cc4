import {
  PendingPolicyChange,
  PolicyDetail,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  useVotePolicyChange,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { TextAreaField } from '@backstage/ui';
import { useState } from 'react';
import { FormDialog } from '../FormDialog';
import { statusOf } from '../LoadState';

const MAX_COMMENT = 500;

/** One person's word on a change, exactly as they saw it: another one is refused. */
export function VoteDialog(props: {
  policy: PolicyDetail;
  change: PendingPolicyChange;
  verdict: 'approve' | 'reject';
  onClose(): void;
}) {
  const { policy, change, verdict, onClose } = props;
  // what they look at stays what they answer, whatever is loaded meanwhile
  const [seen] = useState({ revision: policy.revision, change });
  const [comment, setComment] = useState('');
  const vote = useVotePolicyChange();
  const said = comment.trim();
  const isApproval = verdict === 'approve';
  const { from, to, quorum, votes } = seen.change;
  const isLast =
    votes.filter(one => one.verdict === 'approve').length + 1 >= quorum.count;
  return (
    <FormDialog
      title={isApproval ? 'Agree to this change?' : 'Reject this change?'}
      width={520}
      missing={!isApproval && !said ? 'Say why' : undefined}
      submit={isApproval ? 'Agree' : 'Reject'}
      destructive={isApproval}
      isPending={vote.isPending}
      error={vote.error}
      errorTitle={
        statusOf(vote.error) === 409
          ? 'The policy or its change is another by now, look again'
          : 'Your vote was not taken'
      }
      onSubmit={() =>
        vote.mutate(
          {
            ref: policy.ref,
            verdict,
            revision: seen.revision,
            ...(from !== undefined && { from }),
            ...(to !== undefined && { to }),
            ...(said && { comment: said }),
          },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <p>
        <PlainText text={policy.title} />: {wordsOf({ isApproval, isLast })}{' '}
        That you said so is on record.
      </p>
      <TextAreaField
        label={isApproval ? 'Comment' : 'Why not'}
        isRequired={!isApproval}
        maxLength={MAX_COMMENT}
        value={comment}
        onChange={setComment}
      />
    </FormDialog>
  );
}

function wordsOf(vote: { isApproval: boolean; isLast: boolean }): string {
  if (!vote.isApproval) {
    return 'what decides now goes on deciding, until the catalog holds another text.';
  }
  return vote.isLast
    ? 'with your agreement it decides at once, for every agent.'
    : 'more people must agree before it decides.';
}
