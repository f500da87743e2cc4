import {
  ConditionSourceSummary,
  FactState,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { HeardSource } from '../../store/ConditionStore';
import { KnownConditionSource } from './KnownConditionSource';

/** Whether a source can be believed at a moment. */
export interface SourceJudgement {
  state: ConditionSourceSummary['state'];
  /** What that makes of facts that rest on what it did not say. */
  factState: FactState;
  /** Why not, in words, when it cannot. */
  note?: string;
}

/**
 * A source that never got through makes what it would say unknown; one that has been silent for longer than it may
 * makes what it said stale. In neither case has it said that all is well.
 */
export function judgeSource(
  source: KnownConditionSource,
  heard: Pick<HeardSource, 'heardAt'> | undefined,
  now: Date,
): SourceJudgement {
  if (!heard) {
    return {
      state: 'unheard',
      factState: 'unknown',
      note: `${source.id} has never reported`,
    };
  }
  const { quietAfterMs } = source;
  const isQuiet =
    quietAfterMs !== undefined &&
    Date.parse(heard.heardAt) + quietAfterMs <= now.getTime();
  return isQuiet
    ? {
        state: 'quiet',
        factState: 'stale',
        note: `${source.id} has been silent since ${heard.heardAt}`,
      }
    : { state: 'reporting', factState: 'known' };
}

/** Whether one report is past its time. */
export function isExpired(
  report: { observedAt: string },
  source: KnownConditionSource,
  now: Date,
): boolean {
  return Date.parse(report.observedAt) + source.ttlMs <= now.getTime();
}
