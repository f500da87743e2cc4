import {
  ConditionKind,
  ConditionStatus,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** One report, checked, in its one spelling, and matched with what the portal knows. */
export interface NewConditionReport {
  key: string;
  status: ConditionStatus;
  title: string;
  severity?: string;
  /** All of them when absent. */
  environment?: string;
  openedAt: string;
  observedAt: string;
  /** What it is about, without repeats and sorted. */
  entityRefs: string[];
  /** Why it is about nothing the portal knows, in words. */
  unmatched?: string;
}

/** The latest a source said of one of its keys. */
export interface StoredConditionReport
  extends Omit<NewConditionReport, 'entityRefs'> {
  source: string;
  kind: ConditionKind;
  /** It holds no longer. */
  ended: boolean;
  receivedAt: string;
}

/** A source as it was last heard. */
export interface HeardSource {
  id: string;
  /** The latest moment it spoke of. */
  heardAt: string;
  deliveredAt: string;
}

/** A report that holds, with one of the entities it is about. */
export interface CurrentReport extends Omit<StoredConditionReport, 'ended'> {
  entityRef: string;
}

/** An execution that is under way. */
export interface RunningExecution {
  requestId: string;
  actionId: string;
  environment: string;
  startedAt: string;
}

/** All that decisions look at, read at once. */
export interface ConditionReading {
  sources: HeardSource[];
  reports: CurrentReport[];
  executions: RunningExecution[];
}

/** What became of one report. */
export type RecordedOutcome = 'recorded' | 'unchanged' | 'older';

/** Keeps what sources report of the moment. Of each key only the latest observation counts. */
export interface ConditionStore {
  /**
   * Records what one source said, all of it or nothing. What changes decisions is one ledger entry and bumps the
   * epoch; what only says the same again moves the time of the observation, and nothing else.
   *
   * @returns what became of each report, and whether anything changed
   * @throws ConflictError when this very delivery came in before
   */
  record(options: {
    source: { id: string; kind: ConditionKind; ttlMs: number };
    reports: NewConditionReport[];
    /** The moment the source spoke of, no later than now. */
    heardAt: Date;
    /** Identifies a signed delivery for as long as its signature would be accepted. */
    delivery?: { digest: string; expiresAt: Date };
    /** Whether the reports are all there is: what is not among them has ended. */
    complete?: boolean;
    /** Whether the source does not say when it looked, so that what arrives later is later. */
    byArrival?: boolean;
    now: Date;
  }): Promise<{ outcomes: RecordedOutcome[]; changed: boolean }>;
  /** What holds over any of these entities, the executions on a target, and when each source was heard. */
  read(options: {
    entityRefs: string[];
    targetRef: string;
    /** Ids of the actions that deploy. */
    deployments: string[];
  }): Promise<ConditionReading>;
  /** Every source that was ever heard. */
  sources(): Promise<HeardSource[]>;
  /** How many reports of each source hold. */
  countCurrent(): Promise<Map<string, number>>;
  /** The latest of each source that concern nothing the portal knows. */
  unmatched(limit: number): Promise<StoredConditionReport[]>;
  /** Deletes what has ended, or concerned nothing, before then; and deliveries whose signatures have expired. */
  sweep(options: { before: Date; now: Date }): Promise<void>;
}
