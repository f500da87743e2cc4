import {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import { digestOf } from '../canonical';
import { PolicyLevel } from '../model';

/** Raised whenever the same policy set and facts could be decided otherwise than before. @public */
export const ENGINE_VERSION = '3';

/**
 * What the portal's permission policy answered for one permission, asked as the agent.
 *
 * @public
 */
export type PortalAnswer =
  | { result: 'ALLOW' }
  | { result: 'DENY' }
  | {
      result: 'CONDITIONAL';
      conditions: PermissionCriteria<PermissionCondition>;
    }
  | { result: 'ERROR'; message: string };

/** Who looks where no policy says who. @public */
export interface DefaultCheckpoint {
  from: 'target-owner';
  count: 1;
  /** ISO 8601 duration. */
  decideWithin: string;
  /** ISO 8601 duration, from authorisation to the start of the execution. */
  executeWithin: string;
}

/**
 * Everything besides facts that a decision depends on: data only, so that it can be digested,
 * stored and decided with again.
 *
 * @public
 */
export interface PolicySet {
  engineVersion: string;
  rulesVersion: string;
  portal: {
    /** Answer to `agent-governance.action.execute`. */
    execute: PortalAnswer;
    /** Answer to `agent-governance.action.execute-approved`. */
    executeApproved: PortalAnswer;
  };
  /** The documents in force: the digest of their manifest, or {@link UNKNOWN_POLICIES}. */
  policies: { digest: string };
  /** Levels that must each have granted a mutating action. */
  requiredLevels: PolicyLevel[];
  defaultCheckpoint: DefaultCheckpoint;
}

/**
 * Stands for the digest of the documents in force where nobody could say which those are. With it nothing is granted.
 *
 * @public
 */
export const UNKNOWN_POLICIES = 'unknown';

/** Keeps digests of policy sets apart from those of anything else. @public */
export const POLICY_SET_DOMAIN = 'agent-governance/policy-set/v1';

/** The same few policy sets decide everything, and none is ever changed in place. */
const digests = new WeakMap<PolicySet, string>();

/**
 * SHA-256 (hex) that names a policy set in every decision made with it.
 * Worked out once for each object: make a new one instead of changing one.
 *
 * @public
 */
export function policySetDigest(policySet: PolicySet): string {
  const known = digests.get(policySet);
  if (known !== undefined) {
    return known;
  }
  const digest = digestOf(POLICY_SET_DOMAIN, policySet);
  digests.set(policySet, digest);
  return digest;
}
