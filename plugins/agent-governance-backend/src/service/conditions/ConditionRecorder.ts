import { InputError } from '@backstage/errors';
import { ConditionReportResult } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  ConditionStore,
  NewConditionReport,
  RecordedOutcome,
} from '../../store/ConditionStore';
import { ChangeNotifier } from '../ChangeNotifier';
import { clipText } from './clipText';
import { ConditionMatcher, Match } from './ConditionMatcher';
import { ListenedSource } from './ListenedSource';
import { ParsedReport } from './ParsedReport';

/**
 * What ended this long ago is forgotten, so that what was observed before that can no longer be told from what is
 * new, and is not taken in.
 */
export const KEPT_MS = 30 * 24 * 3_600_000;

const MAX_TITLE = 200;
const MAX_SEVERITY = 63;

interface Options {
  store: ConditionStore;
  matcher: ConditionMatcher;
  notifier: ChangeNotifier;
  clockSkewMs: number;
}

/** Takes in what a source says, whatever way it was heard: all of it or nothing, committed before it returns. */
export class ConditionRecorder {
  readonly #options: Options;

  static create(options: Options) {
    return new ConditionRecorder(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * @param heard - `spokeAt`: the moment the source spoke of; `complete`: whether the reports are all there is; `byArrival`:
   *   whether only the arrival tells the order
   * @throws InputError naming what was observed in the future; ConflictError for a delivery that came in before;
   *   ServiceUnavailableError when the catalog is needed to understand it and does not answer
   */
  async record(
    source: ListenedSource,
    heard: {
      reports: ParsedReport[];
      spokeAt: Date;
      once?: { digest: string; expiresAt: Date };
      complete?: boolean;
      byArrival?: boolean;
      now: Date;
    },
  ): Promise<ConditionReportResult[]> {
    const { store, matcher, notifier } = this.#options;
    const { reports, spokeAt, now } = heard;
    this.#assertPast(reports, now);
    const oldest = now.getTime() - KEPT_MS;
    const kept = reports.filter(one => one.observedAt.getTime() > oldest);
    const matches = await matcher.match(kept, source);
    const { outcomes, changed } = await store.record({
      source,
      reports: kept.map((report, index) => toReport(report, matches[index])),
      heardAt: spokeAt < now ? spokeAt : now,
      delivery: heard.once,
      complete: heard.complete,
      byArrival: heard.byArrival,
      now,
    });
    if (changed) {
      notifier.changed();
    }
    return reports.map(report => {
      const index = kept.indexOf(report);
      return index < 0
        ? {
            key: report.key,
            outcome: 'ignored',
            message: 'It was observed more than 30 days ago',
          }
        : toResult(report, outcomes[index], matches[index]);
    });
  }

  #assertPast(reports: ParsedReport[], now: Date): void {
    const latest = now.getTime() + this.#options.clockSkewMs;
    for (const { path, observedAt } of reports) {
      if (observedAt.getTime() > latest) {
        throw new InputError(
          `${path}: observed at ${observedAt.toISOString()}, which is in the future; here it is ${now.toISOString()}`,
        );
      }
    }
  }
}

function toReport(report: ParsedReport, match: Match): NewConditionReport {
  const severity = clipText(report.severity, MAX_SEVERITY);
  return {
    key: report.key,
    status: report.status,
    title: clipText(report.title, MAX_TITLE) ?? report.key.slice(0, MAX_TITLE),
    ...(severity !== undefined && { severity }),
    ...(match.environment !== undefined && { environment: match.environment }),
    openedAt: (report.openedAt ?? report.observedAt).toISOString(),
    observedAt: report.observedAt.toISOString(),
    entityRefs: match.entityRefs,
    ...(match.unmatched !== undefined && { unmatched: match.unmatched }),
  };
}

function toResult(
  report: ParsedReport,
  outcome: RecordedOutcome,
  match: Match,
): ConditionReportResult {
  if (outcome === 'older') {
    return {
      key: report.key,
      outcome: 'ignored',
      message:
        'A later observation was reported before it, or a worse one of the same moment',
    };
  }
  return {
    key: report.key,
    outcome,
    ...(match.unmatched !== undefined && {
      message: `${match.unmatched}: kept apart until there is`,
    }),
  };
}
