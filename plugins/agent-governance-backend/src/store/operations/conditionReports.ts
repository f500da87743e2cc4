import { ConditionKind } from '@agentgov/backstage-plugin-agent-governance-common';
import { Knex } from 'knex';
import {
  ConditionReportRow,
  fromConditionReportRow,
  toConditionReportRow,
} from '../conditionRows';
import { NewConditionReport } from '../ConditionStore';

/** Keys that one statement asks about: below what SQLite takes as variables. */
const BATCH = 200;

/** The latest a source said of these keys, of those it ever spoke of. The caller holds the source's row. */
export async function readLatestReports(
  tx: Knex.Transaction,
  source: string,
  keys: string[],
): Promise<Map<string, NewConditionReport>> {
  const found = new Map<string, NewConditionReport>();
  for (let i = 0; i < keys.length; i += BATCH) {
    const batch = keys.slice(i, i + BATCH);
    const rows: ConditionReportRow[] = await tx('condition_report')
      .where({ source_id: source })
      .whereIn('report_key', batch);
    const subjects: Array<{ report_key: string; entity_ref: string }> =
      await tx('condition_subject')
        .where({ source_id: source })
        .whereIn('report_key', batch)
        .orderBy('entity_ref')
        .select('report_key', 'entity_ref');
    for (const row of rows) {
      const {
        source: _source,
        kind,
        ended,
        receivedAt,
        ...said
      } = fromConditionReportRow(row);
      found.set(row.report_key, {
        ...said,
        entityRefs: subjects
          .filter(subject => subject.report_key === row.report_key)
          .map(subject => subject.entity_ref),
      });
    }
  }
  return found;
}

/** Keys of what a source said that holds still. */
export async function readCurrentKeys(
  tx: Knex.Transaction,
  source: string,
): Promise<string[]> {
  const rows: Array<{ report_key: string }> = await tx('condition_report')
    .where({ source_id: source, ended: false })
    .orderBy('report_key')
    .select('report_key');
  return rows.map(row => row.report_key);
}

/**
 * Keeps a report as the latest of its key.
 *
 * Guarded by the time of the observation, which only moves forward, even if somebody forgets to hold the source.
 */
export async function writeConditionReport(
  tx: Knex.Transaction,
  report: NewConditionReport,
  options: {
    source: string;
    kind: ConditionKind;
    now: Date;
    isNew: boolean;
    movesSubjects: boolean;
  },
): Promise<void> {
  const row = toConditionReportRow(report, options);
  if (options.isNew) {
    await tx('condition_report').insert(row);
  } else {
    const updated = await tx('condition_report')
      .where({ source_id: row.source_id, report_key: row.report_key })
      .where('observed_at', '<=', row.observed_at)
      .update(row);
    if (updated !== 1) {
      throw new Error(
        `A later report of '${row.report_key}' by ${row.source_id} was written meanwhile`,
      );
    }
  }
  if (options.movesSubjects) {
    const key = { source_id: row.source_id, report_key: row.report_key };
    await tx('condition_subject').where(key).delete();
    if (report.entityRefs.length > 0) {
      await tx('condition_subject').insert(
        report.entityRefs.map(ref => ({ ...key, entity_ref: ref })),
      );
    }
  }
}
