import { ConflictError } from '@backstage/errors';
import { ConditionKind } from '@agentgov/backstage-plugin-agent-governance-common';
import { Knex } from 'knex';
import { saysTheSame, supersedes } from '../conditions/supersedes';
import { hasEnded } from '../conditionRows';
import { NewConditionReport, RecordedOutcome } from '../ConditionStore';
import { bumpEpoch } from '../epoch';
import { appendConditionEntry, ConditionChange } from './appendConditionEntry';
import {
  readCurrentKeys,
  readLatestReports,
  writeConditionReport,
} from './conditionReports';

/** What one source said at once. */
export interface RecordConditionsOptions {
  source: { id: string; kind: ConditionKind; ttlMs: number };
  reports: NewConditionReport[];
  heardAt: Date;
  delivery?: { digest: string; expiresAt: Date };
  complete?: boolean;
  byArrival?: boolean;
  now: Date;
}

/**
 * Records what a source said: its latest observation of each key, and one ledger entry over what that changes.
 *
 * Whoever writes for a source holds its row, so that of two at once one comes after the other, whichever replica
 * they came in at.
 */
export async function recordConditions(
  tx: Knex.Transaction,
  options: RecordConditionsOptions,
): Promise<{ outcomes: RecordedOutcome[]; changed: boolean }> {
  const { source, now } = options;
  await holdSource(tx, options);
  await assertNew(tx, options);
  const latest = await readLatestReports(
    tx,
    source.id,
    options.reports.map(report => report.key),
  );
  const ended = options.complete ? await findEnded(tx, options) : [];
  ended.forEach(({ last }) => latest.set(last.key, last));
  const outcomes: RecordedOutcome[] = [];
  const changes: ConditionChange[] = [];
  for (const said of [
    ...options.reports,
    ...ended.map(({ report }) => report),
  ]) {
    const last = latest.get(said.key);
    const { outcome, next, change } = judge(
      options.byArrival ? inOrderOfArrival(said, last) : said,
      last,
      options,
    );
    outcomes.push(outcome);
    if (next) {
      latest.set(said.key, next);
      await writeConditionReport(tx, next, {
        source: source.id,
        kind: source.kind,
        now,
        isNew: !last,
        movesSubjects: last?.entityRefs.join() !== next.entityRefs.join(),
      });
    }
    if (change) {
      changes.push(change);
    }
  }
  if (changes.length > 0) {
    await appendConditionEntry(tx, { ...options, changes });
    await bumpEpoch(tx);
  }
  return {
    outcomes: outcomes.slice(0, options.reports.length),
    changed: changes.length > 0,
  };
}

async function holdSource(
  tx: Knex.Transaction,
  options: RecordConditionsOptions,
): Promise<void> {
  await tx('condition_source')
    .insert({
      id: options.source.id,
      heard_at: options.heardAt.toISOString(),
      delivered_at: options.now.toISOString(),
    })
    .onConflict('id')
    .merge({
      heard_at: tx.raw(
        'case when condition_source.heard_at < excluded.heard_at then excluded.heard_at else condition_source.heard_at end',
      ),
      delivered_at: tx.raw('excluded.delivered_at'),
    });
}

async function assertNew(
  tx: Knex.Transaction,
  { delivery }: RecordConditionsOptions,
): Promise<void> {
  if (!delivery) {
    return;
  }
  const [added] = await tx('condition_delivery')
    .insert({
      digest: delivery.digest,
      expires_at: delivery.expiresAt.toISOString(),
    })
    .onConflict('digest')
    .ignore()
    .returning('digest');
  if (!added) {
    throw new ConflictError(
      'This very delivery came in before: sign what is sent again with the time it is sent at',
    );
  }
}

/** What held until now and is no longer on a source's complete list. */
async function findEnded(
  tx: Knex.Transaction,
  options: RecordConditionsOptions,
): Promise<Array<{ last: NewConditionReport; report: NewConditionReport }>> {
  const listed = new Set(options.reports.map(report => report.key));
  const gone = (await readCurrentKeys(tx, options.source.id)).filter(
    key => !listed.has(key),
  );
  const status = (
    {
      incident: 'resolved',
      health: 'withdrawn',
      deployment: 'finished',
    } as const
  )[options.source.kind];
  const latest = await readLatestReports(tx, options.source.id, gone);
  const observedAt = options.heardAt.toISOString();
  return [...latest.values()].map(last => ({
    last,
    report: { ...last, status, observedAt },
  }));
}

/** Where only the arrival tells the order, the later one is later, whatever two clocks make of it. */
function inOrderOfArrival(
  report: NewConditionReport,
  last: NewConditionReport | undefined,
): NewConditionReport {
  return last && report.observedAt <= last.observedAt
    ? {
        ...report,
        observedAt: new Date(Date.parse(last.observedAt) + 1).toISOString(),
      }
    : report;
}

interface Judgement {
  outcome: RecordedOutcome;
  /** What is to be kept from now on, where that differs. */
  next?: NewConditionReport;
  /** What that changes for decisions. */
  change?: ConditionChange;
}

function judge(
  report: NewConditionReport,
  last: NewConditionReport | undefined,
  { source, now }: RecordConditionsOptions,
): Judgement {
  if (!last) {
    return { outcome: 'recorded', next: report, change: { report } };
  }
  const next = {
    ...report,
    openedAt: isStillGoingOn(report, last) ? last.openedAt : report.openedAt,
  };
  const isSame = saysTheSame(report, last);
  if (isSame && report.observedAt === last.observedAt) {
    return { outcome: 'unchanged' };
  }
  if (!supersedes(source.kind, report, last)) {
    return { outcome: 'older' };
  }
  const wasStale =
    Date.parse(last.observedAt) + source.ttlMs <= now.getTime() &&
    !hasEnded(last.status);
  return isSame && !wasStale
    ? { outcome: 'unchanged', next }
    : { outcome: 'recorded', next, change: { report: next, before: last } };
}

function isStillGoingOn(
  report: NewConditionReport,
  last: NewConditionReport,
): boolean {
  return !hasEnded(last.status) && last.openedAt < report.openedAt;
}
