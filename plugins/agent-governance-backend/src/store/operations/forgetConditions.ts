import { Knex } from 'knex';
import { ConditionReportRow } from '../conditionRows';

/** Reports deleted by one sweep. */
const BATCH = 1_000;

/**
 * Deletes reports that ended before then, or concern nothing at all.
 *
 * The report goes first: whoever writes it meanwhile finds it gone, and never keeps it without its entities.
 */
export async function forgetConditions(
  tx: Knex.Transaction,
  before: string,
): Promise<void> {
  const isOld = () =>
    tx<ConditionReportRow>('condition_report')
      .where('observed_at', '<', before)
      .where(query =>
        query
          .where({ ended: true })
          .orWhereNotExists(
            tx('condition_subject')
              .whereRaw(
                'condition_subject.source_id = condition_report.source_id',
              )
              .whereRaw(
                'condition_subject.report_key = condition_report.report_key',
              )
              .select(tx.raw('1')),
          ),
      );
  const old = await isOld().limit(BATCH).select('source_id', 'report_key');
  for (const key of old) {
    const deleted = await isOld().where(key).delete();
    if (deleted === 1) {
      await tx('condition_subject').where(key).delete();
    }
  }
}
