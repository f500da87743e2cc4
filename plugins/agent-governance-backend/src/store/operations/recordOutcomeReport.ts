import { Knex } from 'knex';
import { KnownOutcome } from '@agentgov/backstage-plugin-agent-governance-common';
import { appendEntry } from '../../ledger/appendEntry';
import { ActionRequestRow, ExecutionRow } from '../rows';

/** What an agent says it saw, read and in bounds. */
export interface ReadReport {
  outcome: KnownOutcome;
  note?: string;
  /** Canonical JSON. */
  evidence?: string;
}

/**
 * Records what an agent says it saw of an outcome nobody can tell, in place of what it said before.
 *
 * A claim: the request stays where it is, and nothing decisions depend on changes. Its revision grows all the same, so
 * that a person who is finding out is told that there is something they have not read.
 *
 * @returns `false` when the request is no longer as the caller saw it
 */
export async function recordOutcomeReport(
  tx: Knex.Transaction,
  options: {
    request: Pick<ActionRequestRow, 'id' | 'revision'>;
    report: ReadReport;
    number: number;
    now: Date;
  },
): Promise<boolean> {
  const { request, report, number, now } = options;
  const revision = Number(request.revision);
  const changed = await tx<ActionRequestRow>('action_request')
    .where({ id: request.id, state: 'unknown', revision })
    .update({ revision: revision + 1, updated_at: now.toISOString() });
  if (changed !== 1) {
    return false;
  }
  await tx<ExecutionRow>('execution')
    .where({ request_id: request.id })
    .update({
      reported_outcome: report.outcome,
      report_note: report.note ?? null,
      report_evidence: report.evidence ?? null,
      report_number: number,
      reported_at: now.toISOString(),
    });
  await appendEntry(tx, {
    stream: `action-request:${request.id}`,
    type: 'execution.reported',
    body: {
      requestId: request.id,
      outcome: report.outcome,
      number,
      revision: revision + 1,
    },
    payloads: [
      {
        name: 'report',
        content: {
          ...(report.note !== undefined && { note: report.note }),
          ...(report.evidence !== undefined && {
            evidence: JSON.parse(report.evidence),
          }),
        },
        classification: 'free-text',
      },
    ],
    time: now,
  });
  return true;
}
