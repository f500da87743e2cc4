import { LoggerService } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';
import {
  ConditionKind,
  ConditionReport,
} from '@agentgov/backstage-plugin-agent-governance-common';

/**
 * A system outside that is asked what is going on, again and again.
 *
 * One replica of the portal asks at a time. What it answers goes the same way as what other systems send: every report
 * is held against the catalog and the clock, and committed with an entry in the ledger. While it fails, nothing is
 * recorded: the source is quiet, and what it said becomes stale.
 *
 * @public
 */
export interface ConditionSource {
  /** Lower-case letters, digits and dashes; unique among all sources, the configured ones included. */
  id: string;
  /** For people. */
  title: string;
  kind: ConditionKind;
  /** How often it is asked. */
  every: HumanDuration;
  /** How long one answer may take; half a minute when absent. */
  timeout?: HumanDuration;
  /** For how long an answer is believed; three times `every` when absent. */
  ttl?: HumanDuration;
  /**
   * What an answer lists: `everything` that is going on, so that what it no longer lists has ended; or `changes` since
   * some time ago, where what has ended is said.
   */
  lists: 'everything' | 'changes';
  /**
   * Asks.
   *
   * @throws anything, when there is no answer; never an empty list then, which says that nothing is going on
   */
  poll(options: {
    /** Aborted when the time is up, or the portal shuts down. */
    signal: AbortSignal;
    logger: LoggerService;
  }): Promise<ConditionReport[]>;
}

/** Types a source where it is written; returns it unchanged. @public */
export function createConditionSource(
  source: ConditionSource,
): ConditionSource {
  return source;
}
