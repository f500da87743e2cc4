/** What a freeze covers: at least one of the two. @public */
export interface FreezeScope {
  /** A component, system, or any other target. A system covers everything that is part of it. */
  entityRef?: string;
  /** Name of an environment; absent means all of them. */
  environment?: string;
}

/**
 * Stands where an entity is named that the reader may not read: something is there, but not what.
 *
 * @public
 */
export const MASKED_ENTITY_REF = 'masked:default/masked';

/** A time in which nothing may change in a scope. @public */
export interface Freeze {
  id: string;
  scope: FreezeScope;
  /** ISO 8601. */
  from: string;
  /** ISO 8601, after `from`. */
  to: string;
  reason: string;
  /** Entity ref of the group or person who answers for it. */
  owner: string;
  /** Entity ref of the person who set it. */
  createdBy: string;
  /** ISO 8601, when somebody ended it early. */
  endedAt?: string;
  endedBy?: string;
  state: 'planned' | 'in-force' | 'over' | 'ended-early';
  revision: number;
  createdAt: string;
}
