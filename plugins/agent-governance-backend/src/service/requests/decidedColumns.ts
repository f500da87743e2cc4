import { Duration } from 'luxon';
import {
  ActionRequestState,
  ReviewProgress,
  Verdict,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { reviewProgress } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { Decided } from '../../decision/DecisionMaker';
import { ActionRequestRow } from '../../store/rows';

const STATE_AFTER: Record<
  Verdict,
  Extract<ActionRequestState, 'authorised' | 'held' | 'denied'>
> = { allow: 'authorised', hold: 'held', deny: 'denied' };

/** The state a verdict puts a request into. */
export function stateAfter(verdict: Verdict) {
  return STATE_AFTER[verdict];
}

/** What a decision writes into its request's row. */
export function decidedColumns(decided: Decided, now: Date) {
  const { decision, unblock, executeWithin } = decided;
  const decideBy = shortest(decision.checkpoints.map(c => c.decideWithin));
  return {
    state: stateAfter(decision.verdict),
    verdict: decision.verdict,
    reason: decision.reason,
    because: decision.because,
    retryable: decision.reason === 'could-not-evaluate',
    decision_id: decision.id,
    hold_decision_id: decision.verdict === 'hold' ? decision.id : null,
    decide_by: decideBy ? after(now, decideBy) : null,
    execute_by: decision.verdict === 'allow' ? after(now, executeWithin) : null,
    review_progress:
      decision.verdict === 'hold'
        ? progressColumn(reviewProgress(decision.checkpoints, []))
        : null,
    unblock: JSON.stringify(unblock),
  } satisfies Partial<ActionRequestRow>;
}

/** The short of how far approvals have come, as a request's row keeps it. */
export function progressColumn(progress: ReviewProgress): string {
  const { met, approved, needed, because } = progress;
  return JSON.stringify({ met, approved, needed, because });
}

/** A moment so much later; `duration` is ISO 8601. */
export function after(now: Date, duration: string): string {
  return new Date(
    now.getTime() + Duration.fromISO(duration).toMillis(),
  ).toISOString();
}

/** The shortest of some ISO 8601 durations: several checkpoints ask for the tightest time. */
export function shortest(durations: string[]): string | undefined {
  return [...durations].sort(
    (a, b) => Duration.fromISO(a).toMillis() - Duration.fromISO(b).toMillis(),
  )[0];
}
