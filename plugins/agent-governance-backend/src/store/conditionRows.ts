import {
  ConditionKind,
  ConditionStatus,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  HeardSource,
  NewConditionReport,
  StoredConditionReport,
} from './ConditionStore';

/** Statuses after which a report holds no longer. */
const ENDED: readonly ConditionStatus[] = ['resolved', 'withdrawn', 'finished'];

/** Table `condition_source`. */
export interface ConditionSourceRow {
  id: string;
  heard_at: string;
  delivered_at: string;
}

/** Table `condition_report`. */
export interface ConditionReportRow {
  source_id: string;
  report_key: string;
  kind: ConditionKind;
  status: ConditionStatus;
  /** 0 or 1 on SQLite. */
  ended: boolean | number;
  title: string;
  severity: string | null;
  environment: string | null;
  opened_at: string;
  observed_at: string;
  received_at: string;
  unmatched: string | null;
}

export function hasEnded(status: ConditionStatus): boolean {
  return ENDED.includes(status);
}

export function toConditionReportRow(
  report: NewConditionReport,
  options: { source: string; kind: ConditionKind; now: Date },
): ConditionReportRow {
  return {
    source_id: options.source,
    report_key: report.key,
    kind: options.kind,
    status: report.status,
    ended: hasEnded(report.status),
    title: report.title,
    severity: report.severity ?? null,
    environment: report.environment ?? null,
    opened_at: report.openedAt,
    observed_at: report.observedAt,
    received_at: options.now.toISOString(),
    unmatched: report.unmatched ?? null,
  };
}

export function fromConditionReportRow(
  row: ConditionReportRow,
): StoredConditionReport {
  return {
    source: row.source_id,
    key: row.report_key,
    kind: row.kind,
    status: row.status,
    ended: Boolean(row.ended),
    title: row.title,
    ...(row.severity !== null && { severity: row.severity }),
    ...(row.environment !== null && { environment: row.environment }),
    openedAt: row.opened_at,
    observedAt: row.observed_at,
    receivedAt: row.received_at,
    ...(row.unmatched !== null && { unmatched: row.unmatched }),
  };
}

export function fromConditionSourceRow(row: ConditionSourceRow): HeardSource {
  return { id: row.id, heardAt: row.heard_at, deliveredAt: row.delivered_at };
}
