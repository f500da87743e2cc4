import { setImmediate } from 'node:timers/promises';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { v7 as uuidv7 } from 'uuid';
import {
  Decision,
  Facts,
  PolicyLevel,
  UnblockStep,
  canonicalJson,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  ENGINE_VERSION,
  NO_POLICIES,
  PolicySet,
  RULES_VERSION,
  UNKNOWN_POLICIES,
  applyReviewers,
  decide,
  findUnblockSteps,
  reviewProgress,
  reviewSteps,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { FactsGatherer, Subject } from '../facts/FactsGatherer';
import { CurrentPolicies } from '../policies/PolicyIndexes';
import { DecisionRecord } from '../store/operations/saveDecisions';
import { PortalPolicy } from './PortalPolicy';
import { ReviewerResolver } from './ReviewerResolver';

/** How many are looked at before others get their turn. */
const PROSPECTS_A_TURN = 50;

/** A decision with its record, and what would turn it. */
export interface Decided {
  decision: Decision;
  facts: Facts;
  record: DecisionRecord;
  unblock: UnblockStep[];
  /** How long after authorisation it may be started, ISO 8601 duration. */
  executeWithin: string;
}

/** A verdict that nobody asked for yet. */
export type Foreseen = Pick<Decision, 'verdict' | 'reason' | 'because'> & {
  unblock: UnblockStep[];
};

/**
 * Gathers, asks and decides. The verdict itself is a pure function of what was gathered; this
 * is everything around it that has to ask somebody.
 */
export class DecisionMaker {
  readonly #facts: FactsGatherer;
  readonly #portal: PortalPolicy;
  readonly #reviewers: ReviewerResolver;
  readonly #policies: CurrentPolicies;
  readonly #settings: Pick<PolicySet, 'requiredLevels' | 'defaultCheckpoint'>;
  readonly #policySets = new WeakMap<PolicySet['portal'], PolicySet>();
  #lastPolicySet: { digest: string; bytes: string } | undefined;

  static create(options: {
    facts: FactsGatherer;
    portal: PortalPolicy;
    reviewers: ReviewerResolver;
    policies: CurrentPolicies;
    requiredLevels: PolicyLevel[];
    checkpoint: { decideWithin: string; executeWithin: string };
  }) {
    return new DecisionMaker(options);
  }

  private constructor(options: {
    facts: FactsGatherer;
    portal: PortalPolicy;
    reviewers: ReviewerResolver;
    policies: CurrentPolicies;
    requiredLevels: PolicyLevel[];
    checkpoint: { decideWithin: string; executeWithin: string };
  }) {
    this.#facts = options.facts;
    this.#portal = options.portal;
    this.#reviewers = options.reviewers;
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

  /**
   * @param options - `credentials` are the agent's own, never a service's or a reviewer's;
   *   the portal's criteria are asked afresh for everything but a proposal.
   */
  async decide(
    subject: Subject,
    options: {
      requestId: string;
      requestDigest: string;
      purpose: Decision['purpose'];
      credentials: BackstageCredentials;
      /** Asks the portal's policy afresh; always so for anything but a proposal. */
      fresh?: boolean;
      now: Date;
    },
  ): Promise<Decided> {
    const { requestId, requestDigest, purpose, credentials, now } = options;
    const { sealed, policies, policySet, core } = await this.#weigh(subject, {
      credentials,
      fresh: options.fresh ?? purpose !== 'proposal',
      now,
    });
    const decision: Decision = {
      ...core,
      id: uuidv7(),
      requestId,
      purpose,
      requestDigest,
      effectiveAt: now.toISOString(),
      factsDigest: sealed.digest,
    };
    return {
      decision,
      executeWithin: this.#settings.defaultCheckpoint.executeWithin,
      facts: sealed.facts,
      record: {
        decision,
        facts: sealed.facts,
        factsBytes: sealed.bytes,
        policySetBytes: this.#policySetBytes(core.policySetDigest, policySet),
      },
      unblock:
        decision.verdict === 'allow'
          ? []
          : [
              ...reviewSteps(reviewProgress(decision.checkpoints, [])),
              ...findUnblockSteps(policySet, sealed.facts, policies).filter(
                ({ kind }) => kind !== 'review',
              ),
            ],
    };
  }

  /**
   * What would be decided, had the agent asked: nothing of it is kept.
   *
   * @param options - `withUnblock`: also finds out what would turn the verdict, which takes many evaluations
   */
  async foresee(
    subject: Subject,
    options: {
      credentials: BackstageCredentials;
      now: Date;
      withUnblock: boolean;
    },
  ): Promise<Foreseen> {
    const { credentials, now, withUnblock } = options;
    const { sealed, policies, policySet, core } = await this.#weigh(subject, {
      credentials,
      fresh: false,
      now,
    });
    return {
      verdict: core.verdict,
      reason: core.reason,
      because: core.because,
      unblock:
        withUnblock && core.verdict !== 'allow'
          ? findUnblockSteps(policySet, sealed.facts, policies)
          : [],
    };
  }

  /**
   * Which of these could end in anything but a flat denial, whatever else turns out: a rule says no, or nobody ever said
   * yes. Not being able to tell is no flat denial. Nothing of it is kept, and nothing is authorised by it.
   */
  async prospects(
    candidates: readonly Facts[],
    options: { agentRef: string; credentials: BackstageCredentials },
  ): Promise<boolean[]> {
    const [portal, current] = await Promise.all([
      this.#portal.answersFor({ ...options, fresh: false }),
      this.#policies.current().catch(() => undefined),
    ]);
    const policySet = this.#policySet(
      portal,
      current?.digest ?? UNKNOWN_POLICIES,
    );
    const found: boolean[] = [];
    for (const [index, facts] of candidates.entries()) {
      if (index % PROSPECTS_A_TURN === PROSPECTS_A_TURN - 1) {
        await setImmediate();
      }
      const { verdict, reason } = decide(
        policySet,
        facts,
        current ?? NO_POLICIES,
      );
      found.push(verdict !== 'deny' || reason === 'could-not-evaluate');
    }
    return found;
  }

  async #weigh(
    subject: Subject,
    options: { credentials: BackstageCredentials; fresh: boolean; now: Date },
  ) {
    const { now, ...asked } = options;
    const { agentRef } = subject.agent;
    const [sealed, portal, current] = await Promise.all([
      this.#facts.gather(subject, now),
      this.#portal.answersFor({ agentRef, ...asked }),
      this.#policies.current().catch(() => undefined),
    ]);
    const policies = current ?? NO_POLICIES;
    const digest = current?.digest ?? UNKNOWN_POLICIES;
    const policySet = this.#policySet(portal, digest);
    const core = decide(policySet, sealed.facts, policies);
    const reviewers =
      core.verdict === 'hold'
        ? await this.#reviewers.lookUp(core, sealed.facts)
        : undefined;
    return {
      sealed,
      policies,
      policySet,
      core: {
        ...applyReviewers(core, reviewers),
        ...(reviewers && { reviewers }),
      },
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

  /** The same few policy sets decide everything; the digest says which. */
  #policySetBytes(digest: string, policySet: PolicySet): string {
    if (this.#lastPolicySet?.digest !== digest) {
      this.#lastPolicySet = { digest, bytes: canonicalJson(policySet) };
    }
    return this.#lastPolicySet.bytes;
  }
}
