import { Fact } from './Fact';
import {
  DeployConditionValue,
  HealthConditionValue,
  HealthStatus,
  IncidentConditionValue,
} from './Condition';

/** What a source can report. Freezes are set in the portal and not reported. @public */
export const CONDITION_KINDS = ['incident', 'health', 'deployment'] as const;

/** @public */
export type ConditionKind = (typeof CONDITION_KINDS)[number];

/**
 * What a source can say of one thing:
 *
 * - an incident is `open` or `resolved`;
 * - health is `healthy`, `degraded` or `unhealthy`, or the source has `withdrawn` what it said and no longer knows;
 * - a deployment is `started` or `finished`, however it ended.
 *
 * @public
 */
export type ConditionStatus =
  | 'open'
  | 'resolved'
  | HealthStatus
  | 'withdrawn'
  | 'started'
  | 'finished';

/** Which statuses each kind has, the better ones first. @public */
export const CONDITION_STATUSES: Record<
  ConditionKind,
  readonly ConditionStatus[]
> = {
  incident: ['resolved', 'open'],
  health: ['healthy', 'withdrawn', 'degraded', 'unhealthy'],
  deployment: ['finished', 'started'],
};

/** What a source says of one thing at one moment. @public */
export interface ConditionReport {
  /** The source's own id of the thing: of the incident, the check, the deployment. At most 255 characters. */
  key: string;
  /** What it is about. */
  entityRef: string;
  /** Name of a configured environment; all of them when absent. */
  environment?: string;
  /** One that the kind of the source has. */
  status: ConditionStatus;
  /** For people: what is wrong, in a line. The key when absent. */
  title?: string;
  /** As the source names it. */
  severity?: string;
  /** When it began, ISO 8601 with an offset. When it was first observed, if absent. */
  openedAt?: string;
  /** When the source looked, ISO 8601 with an offset. An observation never gives way to an older one. */
  observedAt: string;
}

/** What became of one report. @public */
export interface ConditionReportResult {
  key: string;
  /**
   * - `recorded`: it says something new.
   * - `unchanged`: it says what was said before, at this moment or an earlier one.
   * - `ignored`: a later observation has been reported already, or it is too old to count.
   */
  outcome: 'recorded' | 'unchanged' | 'ignored';
  /** What the sender should know: why it was ignored, or that the portal knows nothing it could be about. */
  message?: string;
}

/** What holds over an entity in one environment, as decisions see it. @public */
export interface EnvironmentConditions {
  environment: string;
  incident: Fact<IncidentConditionValue>;
  health: Fact<HealthConditionValue>;
  deployInProgress: Fact<DeployConditionValue>;
}

/** What holds over an entity now, environment by environment. @public */
export interface EntityConditions {
  entityRef: string;
  /** ISO 8601 in UTC. */
  asOf: string;
  environments: EnvironmentConditions[];
}

/** How reports get from a source into the portal. @public */
export type ConditionSourceType =
  | 'generic'
  | 'pagerduty'
  | 'alertmanager'
  | 'polled';

/** Something a source reported that concerns nothing the portal knows. @public */
export interface UnmatchedReport {
  key: string;
  title: string;
  /** Why, in words. */
  because: string;
  /** ISO 8601 in UTC. */
  receivedAt: string;
}

/** A source of conditions, and whether it can be believed at the moment. @public */
export interface ConditionSourceSummary {
  id: string;
  title: string;
  type: ConditionSourceType;
  kind: ConditionKind;
  /**
   * - `reporting`: it was heard lately.
   * - `quiet`: it has been silent for longer than it may, so what it said is stale.
   * - `unheard`: it never got through, so what it would say is unknown.
   */
  state: 'reporting' | 'quiet' | 'unheard';
  /** The latest moment it spoke of, ISO 8601 in UTC. */
  heardAt?: string;
  /** When it last got through, ISO 8601 in UTC. */
  deliveredAt?: string;
  /** For how many seconds one report is believed. */
  ttlSeconds: number;
  /** After how many seconds of silence it is quiet; absent when its silence says nothing. */
  quietAfterSeconds?: number;
  /** How much of what it reported holds now. */
  current: number;
  /** The latest that could not be matched. */
  unmatched: UnmatchedReport[];
}
