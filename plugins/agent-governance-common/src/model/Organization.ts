import { ActionDescription, Environment } from './Action';
import { PolicyLevel } from './Decision';

/** Version of {@link Organization} as a file. @public */
export const ORGANIZATION_VERSION = 1;

/**
 * Who may speak for what, and what can be asked for: all that is needed to judge policies away from the portal. What the
 * person who exported it may not read is left out, and the same as if it did not exist.
 *
 * @public
 */
export interface Organization {
  schemaVersion: typeof ORGANIZATION_VERSION;
  /** ISO 8601. What it says was so then. */
  exportedAt: string;
  /** Entity refs of those who speak for the organization. */
  policyAdmins: string[];
  /** By rank. */
  environments: Environment[];
  /** Levels that must each have granted what changes something. */
  requiredLevels: PolicyLevel[];
  /** By ref. */
  groups: OrganizationGroup[];
  /** Entities that policies of the service level speak about, and those that were asked for; by ref. */
  entities: OrganizationEntity[];
  /** By id. */
  actions: OrganizationAction[];
}

/** @public */
export interface OrganizationGroup {
  /** Entity ref. */
  ref: string;
  /** Entity ref of the group above it; absent at the top, or where that may not be read. */
  parent?: string;
}

/** @public */
export interface OrganizationEntity {
  /** Entity ref. */
  ref: string;
  /** Entity ref; absent where nobody in particular owns it. */
  owner?: string;
}

/** An action, as far as policies are judged by it. @public */
export type OrganizationAction = Pick<
  ActionDescription,
  | 'id'
  | 'title'
  | 'effectClass'
  | 'undo'
  | 'targetKinds'
  | 'quotesContext'
  | 'takesSecrets'
  | 'tags'
> & {
  /** Whether it changes anything. */
  mutates: boolean;
  /** Where it can be asked for, if it always is the same; absent: anywhere. */
  place?: { target: string; environment: string };
};
