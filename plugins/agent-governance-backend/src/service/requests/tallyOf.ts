import {
  Decision,
  UnblockStep,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  reviewProgress,
  reviewSteps,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { Tally } from '../../store/operations/recordReview';
import { ActionRequestRow, ReviewRow } from '../../store/rows';
import { approvalsAsCast } from './approvalsNow';
import { progressColumn } from './decidedColumns';

/** How the votes stand, by the standing each had when it was cast; it is looked up again before anything runs. */
export function tallyOf(
  request: Pick<ActionRequestRow, 'unblock'>,
  hold: Pick<Decision, 'checkpoints'>,
  reviews: ReviewRow[],
): Tally {
  const progress = reviewProgress(hold.checkpoints, approvalsAsCast(reviews));
  const unblock: UnblockStep[] = JSON.parse(request.unblock);
  return {
    met: progress.met,
    helps: progress.helps,
    set: {
      review_progress: progressColumn(progress),
      unblock: JSON.stringify([
        ...reviewSteps(progress),
        ...unblock.filter(({ kind }) => kind !== 'review'),
      ]),
    },
  };
}
