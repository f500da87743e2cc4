import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { PolicyLevel } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  ENGINE_VERSION,
  NO_POLICIES,
  PolicyIndex,
  PolicySet,
  RULES_VERSION,
  UNKNOWN_POLICIES,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { CurrentPolicies } from '../policies/PolicyIndexes';
import { PortalPolicy } from './PortalPolicy';

/** What decides, besides facts: the policy set, and the documents that it names. */
export interface Grounds {
  policySet: PolicySet;
  policies: PolicyIndex;
}

/** Finds out what decides about an agent just now. */
export class DecisionGrounds {
  readonly #portal: PortalPolicy;
  readonly #policies: CurrentPolicies;
  readonly #settings: Pick<PolicySet, 'requiredLevels' | 'defaultCheckpoint'>;
  readonly #policySets = new WeakMap<PolicySet['portal'], PolicySet>();

  static create(options: {
    portal: PortalPolicy;
    policies: CurrentPolicies;
    requiredLevels: PolicyLevel[];
    checkpoint: { decideWithin: string; executeWithin: string };
  }) {
    return new DecisionGrounds(options);
  }

  private constructor(options: {
    portal: PortalPolicy;
    policies: CurrentPolicies;
    requiredLevels: PolicyLevel[];
    checkpoint: { decideWithin: string; executeWithin: string };
  }) {
    this.#portal = options.portal;
    this.#policies = options.policies;
    this.#settings = {
      requiredLevels: options.requiredLevels,
      defaultCheckpoint: {
        from: 'target-owner',
        count: 1,
        ...options.checkpoint,
      },
    };
  }

  /** How long after authorisation something may be started, where no policy says: an ISO 8601 duration. */
  get executeWithin(): string {
    return this.#settings.defaultCheckpoint.executeWithin;
  }

  /**
   * What cannot be found out is part of the answer, and nothing is granted on it.
   *
   * @param options - `credentials` are the agent's own; `fresh`: whatever the portal answered before, it is asked now
   */
  async of(options: {
    agentRef: string;
    credentials: BackstageCredentials;
    fresh: boolean;
  }): Promise<Grounds> {
    const [portal, current] = await Promise.all([
      this.#portal.answersFor(options),
      this.#policies.current().catch(() => undefined),
    ]);
    return {
      policies: current ?? NO_POLICIES,
      policySet: this.#policySet(portal, current?.digest ?? UNKNOWN_POLICIES),
    };
  }

  /** One object for the same answers and documents, so that it is digested once. */
  #policySet(portal: PolicySet['portal'], digest: string): PolicySet {
    const before = this.#policySets.get(portal);
    if (before?.policies.digest === digest) {
      return before;
    }
    const policySet: PolicySet = {
      engineVersion: ENGINE_VERSION,
      rulesVersion: RULES_VERSION,
      portal,
      policies: { digest },
      ...this.#settings,
    };
    this.#policySets.set(portal, policySet);
    return policySet;
  }
}

/** The same grounds with other documents. */
export function withPolicies(
  { policySet }: Grounds,
  policies: PolicyIndex,
): Grounds {
  return {
    policies,
    policySet: { ...policySet, policies: { digest: policies.digest } },
  };
}
