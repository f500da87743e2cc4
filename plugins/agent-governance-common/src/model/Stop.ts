/** What a stop can brake. @public */
export const STOP_KINDS = ['agent', 'target', 'action', 'everything'] as const;

/** @public */
export type StopKind = (typeof STOP_KINDS)[number];

/**
 * What a stop brakes.
 *
 * - `agent`: everything that agent does, or with `on` only what it does to one entity
 * - `target`: whatever any agent does to that entity, or to anything that is part of it
 * - `action`: that action, whoever runs it on whatever
 * - `everything`: all agents, all actions, all targets
 *
 * @public
 */
export type StopScope = {
  kind: StopKind;
  /** Entity ref of the agent or target, or id of the action; absent for everything. */
  ref?: string;
  /** Only with `agent`: the entity to which the stop is confined, with anything that is part of it. */
  on?: string;
};

/** A stop in force over the agent, the action or the target. @public */
export type StopFactValue = {
  id: string;
  scope: StopScope;
  /** Why it was pulled, in the words of whoever did. */
  reason: string;
  /** Entity ref of a person. */
  pulledBy: string;
  /** ISO 8601. */
  pulledAt: string;
};
