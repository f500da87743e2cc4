import {
  Fact,
  IncidentConditionValue,
  incidentCondition,
  unknown,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { Evidence, believe, nameOf } from './believe';

/**
 * Whether an incident is open. That there is none is only known while every source that could tell is heard.
 *
 * An incident that nobody has repeated for too long is still shown, and the fact is stale: it has not gone away, and
 * it is not known to be there.
 */
export function incidentFact(evidence: Evidence): Fact<IncidentConditionValue> {
  if (evidence.sources.length === 0) {
    return unknown('conditions', 'no source reports incidents');
  }
  return believe(
    incidentCondition(
      evidence.reports.map(report => ({
        id: report.key,
        title: report.title,
        ...(report.severity && { severity: report.severity }),
        entityRef: report.entityRef,
        source: report.source,
        openedAt: report.openedAt,
      })),
    ),
    evidence,
    nameOf(evidence.sources),
    { hasSubstance: evidence.reports.length > 0 },
  );
}
