import {
  ActionRequest,
  ActionRequestState,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** A held request gets here only once people have approved it. */
const BEYOND_REVIEW: ActionRequestState[] = [
  'authorised',
  'executing',
  'lapsed',
  'succeeded',
  'failed',
  'unknown',
  'reconciled',
];

/** Whether a request that was held has been approved by people. @public */
export function wasApproved(
  request: Pick<ActionRequest, 'verdict' | 'state'>,
): boolean {
  return request.verdict === 'hold' && BEYOND_REVIEW.includes(request.state);
}
