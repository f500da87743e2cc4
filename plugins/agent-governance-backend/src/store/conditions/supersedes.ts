import {
  CONDITION_STATUSES,
  ConditionKind,
  canonicalJson,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { NewConditionReport } from '../ConditionStore';

/**
 * Whether one report of a key counts over another, whichever came first: the later observation, and of two that
 * contradict each other about the same moment the worse.
 *
 * A strict order over everything a report says, so that what remains does not depend on the order of arrival.
 */
export function supersedes(
  kind: ConditionKind,
  one: NewConditionReport,
  other: NewConditionReport,
): boolean {
  if (one.observedAt !== other.observedAt) {
    return one.observedAt > other.observedAt;
  }
  const order = CONDITION_STATUSES[kind];
  const worse = order.indexOf(one.status) - order.indexOf(other.status);
  return worse === 0 ? textOf(one) > textOf(other) : worse > 0;
}

/** Whether two reports say the same, but for when it was observed. */
export function saysTheSame(
  one: NewConditionReport,
  other: NewConditionReport,
): boolean {
  return textOf(one) === textOf(other);
}

/** All that is said but times: when it began is carried over from what was said before. */
function textOf({ openedAt, observedAt, ...said }: NewConditionReport): string {
  return canonicalJson({ ...said });
}
