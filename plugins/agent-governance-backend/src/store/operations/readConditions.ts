import { Knex } from 'knex';
import {
  ConditionReading,
  CurrentReport,
  HeardSource,
  RunningExecution,
} from '../ConditionStore';
import { ConditionReportRow, fromConditionReportRow } from '../conditionRows';
import { isOneOf } from '../isOneOf';

/** What each of the three kinds of rows says in each column; unused ones are empty. */
type Row = Pick<
  ConditionReportRow,
  'source_id' | 'opened_at' | 'observed_at' | 'received_at'
> & {
  row_kind: 'source' | 'report' | 'execution';
  report_key: string;
  kind: string;
  status: string;
  title: string;
  severity: string | null;
  environment: string | null;
  unmatched: string | null;
  entity_ref: string;
};

/** What is asked for: what is reported of these entities, and what runs on the target. */
export interface ConditionKey {
  entityRefs: string[];
  targetRef: string;
  /** Ids of the actions that deploy. */
  deployments: string[];
}

/**
 * Everything decisions look at, in one read of indexes for all that is asked for: reports about these entities,
 * executions on the targets, and when each source was last heard.
 */
export async function readConditions(
  knex: Knex,
  keys: readonly ConditionKey[],
): Promise<ConditionReading[]> {
  const all = {
    entityRefs: distinct(keys.flatMap(key => key.entityRefs)),
    targetRefs: distinct(keys.map(key => key.targetRef)),
    deployments: distinct(keys.flatMap(key => key.deployments)),
  };
  const rows: Row[] = await reportsOver(knex, all.entityRefs).unionAll([
    heardSources(knex),
    ...(all.deployments.length > 0 ? [executionsOn(knex, all)] : []),
  ]);
  const sources = rows.filter(row => row.row_kind === 'source').map(toSource);
  const reports = rows.filter(row => row.row_kind === 'report').map(toReport);
  const executions = rows.filter(row => row.row_kind === 'execution');
  return keys.map(key => ({
    sources,
    reports: reports.filter(report =>
      key.entityRefs.includes(report.entityRef),
    ),
    executions: executions
      .filter(
        row =>
          row.entity_ref === key.targetRef &&
          key.deployments.includes(row.report_key),
      )
      .map(toExecution),
  }));
}

function distinct(values: string[]): string[] {
  return [...new Set(values)];
}

function reportsOver(knex: Knex, entityRefs: string[]) {
  return knex('condition_subject as subject')
    .join('condition_report as report', join =>
      join
        .on('report.source_id', 'subject.source_id')
        .on('report.report_key', 'subject.report_key'),
    )
    .where(isOneOf(knex, 'subject.entity_ref', entityRefs))
    .where('report.ended', false)
    .select(
      knex.raw(`'report' as row_kind`),
      'report.source_id',
      'report.report_key',
      'report.kind',
      'report.status',
      'report.title',
      'report.severity',
      'report.environment',
      'report.opened_at',
      'report.observed_at',
      'report.received_at',
      'report.unmatched',
      'subject.entity_ref',
    );
}

function heardSources(knex: Knex) {
  return knex('condition_source').select(
    knex.raw(`'source'`),
    'id',
    ...empty(knex, 3),
    knex.raw(`''`),
    ...empty(knex, 3),
    'heard_at',
    'delivered_at',
    ...empty(knex, 2),
  );
}

function executionsOn(
  knex: Knex,
  options: { targetRefs: string[]; deployments: string[] },
) {
  return knex('action_request as request')
    .join('execution', 'execution.request_id', 'request.id')
    .where('request.state', 'executing')
    .where(isOneOf(knex, 'request.target_ref', options.targetRefs))
    .where(isOneOf(knex, 'request.action_id', options.deployments))
    .select(
      knex.raw(`'execution'`),
      'request.id',
      'request.action_id',
      ...empty(knex, 2),
      knex.raw(`''`),
      ...empty(knex, 1),
      'request.environment',
      'execution.started_at',
      ...empty(knex, 3),
      'request.target_ref',
    );
}

function empty(knex: Knex, columns: number) {
  return Array.from({ length: columns }, () => knex.raw(`''`));
}

function toSource(row: Row): HeardSource {
  return {
    id: row.source_id,
    heardAt: row.observed_at,
    deliveredAt: row.received_at,
  };
}

function toReport(row: Row): CurrentReport {
  const { ended, ...report } = fromConditionReportRow({
    ...row,
    ended: false,
  } as unknown as ConditionReportRow);
  return { ...report, entityRef: row.entity_ref };
}

function toExecution(row: Row): RunningExecution {
  return {
    requestId: row.source_id,
    actionId: row.report_key,
    environment: row.environment ?? '',
    startedAt: row.opened_at,
  };
}
