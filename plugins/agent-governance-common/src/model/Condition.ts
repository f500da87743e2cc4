/** How bad a source says a target is; what lies between well and unwell is `degraded`. @public */
export const HEALTH_STATUSES = ['healthy', 'degraded', 'unhealthy'] as const;

/** @public */
export type HealthStatus = (typeof HEALTH_STATUSES)[number];

/** An incident that a source says is open. @public */
export type IncidentFactValue = {
  /** The source's own id of it. */
  id: string;
  /** In the source's words: text from outside, never more than plain text. */
  title: string;
  /** As the source names it: `P1`, `critical`, `high`; sources do not agree on a scale. */
  severity?: string;
  /** What it is about: the target, its system, or something the target depends on directly. */
  entityRef: string;
  source: string;
  /** ISO 8601 in UTC. */
  openedAt: string;
};

/**
 * Whether an incident is open over the target: on itself, on its system, or on what it depends on directly.
 *
 * @public
 */
export type IncidentConditionValue = {
  /** Whether there is at least one. */
  active: boolean;
  incidents: IncidentFactValue[];
};

/** The worst that any source says of the target's health in this environment. @public */
export type HealthConditionValue = {
  status: HealthStatus;
  /** Who says so. */
  source: string;
  /** When the source looked, ISO 8601 in UTC. */
  reportedAt: string;
};

/**
 * Whether a deployment of the target to this environment is under way: of our own executions of actions tagged
 * `deployment`, and of what sources report.
 *
 * A look at a moment, never a lock: of two that begin together neither may see the other.
 *
 * @public
 */
export type DeployConditionValue = {
  /** Whether there is at least one. */
  active: boolean;
  /** Carried out through the portal. */
  executions: Array<{
    requestId: string;
    actionId: string;
    /** ISO 8601 in UTC. */
    startedAt: string;
  }>;
  /** Seen by a source outside the portal. */
  reported: Array<{
    /** The source's own id of it. */
    id: string;
    title: string;
    source: string;
    /** ISO 8601 in UTC. */
    startedAt: string;
  }>;
};

/** Incidents as a condition. @public */
export function incidentCondition(
  incidents: IncidentFactValue[],
): IncidentConditionValue {
  return { active: incidents.length > 0, incidents };
}

/** Deployments as a condition. @public */
export function deployCondition(
  deployments: Partial<Omit<DeployConditionValue, 'active'>> = {},
): DeployConditionValue {
  const { executions = [], reported = [] } = deployments;
  return {
    active: executions.length + reported.length > 0,
    executions,
    reported,
  };
}
