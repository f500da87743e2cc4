import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';
import { Knex } from 'knex';
import { appendEntry } from '../../ledger/appendEntry';
import { NewConditionReport } from '../ConditionStore';

/** A report that changes what decisions see. */
export interface ConditionChange {
  report: NewConditionReport;
  /** What the source said of it before. */
  before?: NewConditionReport;
}

/**
 * One entry over what a source changed at once. Keys and titles are text from outside, and go where they can be
 * erased.
 */
export async function appendConditionEntry(
  tx: Knex.Transaction,
  options: {
    source: { id: string; kind: string };
    changes: ConditionChange[];
    now: Date;
  },
): Promise<void> {
  const { source, changes, now } = options;
  await appendEntry(tx, {
    stream: `condition:${source.id}`,
    type: 'condition.reported',
    body: {
      source: source.id,
      kind: source.kind,
      changes: changes.map(describeChange),
    },
    payloads: [
      {
        name: 'reports',
        content: changes.map(({ report }) => ({
          key: report.key,
          title: report.title,
          ...(report.severity && { severity: report.severity }),
        })),
        classification: 'facts',
      },
    ],
    time: now,
  });
}

function describeChange({ report, before }: ConditionChange): JsonObject {
  return {
    entityRefs: report.entityRefs,
    ...(report.environment && { environment: report.environment }),
    from: before?.status ?? null,
    to: report.status,
    observedAt: report.observedAt,
    // said again after it had become stale: from then on it counts again
    ...(before?.status === report.status && {
      previouslyObservedAt: before.observedAt,
    }),
  };
}
