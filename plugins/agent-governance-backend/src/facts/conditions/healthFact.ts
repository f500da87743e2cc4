import {
  CONDITION_STATUSES,
  Fact,
  HealthConditionValue,
  HealthStatus,
  unknown,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { CurrentReport } from '../../store/ConditionStore';
import { Evidence, believe } from './believe';

/**
 * The worst that any source says. A target of which nobody speaks is not healthy but unknown, and one of which
 * somebody has stopped speaking is stale, however well it was.
 */
export function healthFact(evidence: Evidence): Fact<HealthConditionValue> {
  if (evidence.sources.length === 0) {
    return unknown('conditions', 'no source reports health');
  }
  const worst = evidence.reports.reduce<CurrentReport | undefined>(
    (found, report) =>
      found && badness(found) >= badness(report) ? found : report,
    undefined,
  );
  if (!worst) {
    const notes = evidence.doubts.map(doubt => doubt.note);
    return unknown(
      'conditions',
      ['no source says how the target is', ...notes].join('; '),
    );
  }
  const source = evidence.sources.find(one => one.id === worst.source)!;
  return believe(
    {
      status: worst.status as HealthStatus,
      source: worst.source,
      reportedAt: worst.observedAt,
    },
    {
      doubts: evidence.doubts,
      observedAt: worst.observedAt,
      ttlSeconds: source.ttlMs / 1_000,
    },
    worst.source,
    { hasSubstance: true },
  );
}

function badness(report: CurrentReport): number {
  return CONDITION_STATUSES.health.indexOf(report.status);
}
