import { ConditionStatus } from '@agentgov/backstage-plugin-agent-governance-common';

/** One report as a source sent it: well-formed, and not yet matched with what the portal knows. */
export interface ParsedReport {
  key: string;
  /** What the source calls what it is about: an entity ref, or its own id of it. Absent when it says nothing. */
  subject?: string;
  /** What the source calls the environment; all of them when absent. */
  environment?: string;
  status: ConditionStatus;
  title?: string;
  severity?: string;
  openedAt?: Date;
  observedAt: Date;
  /** Where it stood in what was sent, for error messages. */
  path: string;
}

/** Everything a source sent at once. */
export interface ParsedDelivery {
  reports: ParsedReport[];
  /** The moment the source spoke of; when it was received, if it does not say. */
  spokeAt?: Date;
  /** Whether the source does not say when it looked: then the time of receipt counts, and the order of arrival. */
  byArrival?: boolean;
  /** What whoever runs the source should hear about. */
  warning?: string;
}
