import {
  DeployConditionValue,
  Fact,
  deployCondition,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { RunningExecution } from '../../store/ConditionStore';
import { Evidence, believe, nameOf } from './believe';

/**
 * Whether the target is being deployed. Our own executions are known from our own record, so that no source is
 * needed; where one is, its silence leaves open what it would have said.
 */
export function deployFact(
  evidence: Evidence,
  executions: RunningExecution[],
  now: Date,
): Fact<DeployConditionValue> {
  const value = deployCondition({
    executions: executions.map(({ requestId, actionId, startedAt }) => ({
      requestId,
      actionId,
      startedAt,
    })),
    reported: evidence.reports.map(report => ({
      id: report.key,
      title: report.title,
      source: report.source,
      startedAt: report.openedAt,
    })),
  });
  return evidence.sources.length === 0
    ? {
        value,
        state: 'known',
        source: 'executions',
        observedAt: now.toISOString(),
      }
    : believe(value, evidence, nameOf(evidence.sources), {
        hasSubstance: value.active,
      });
}
