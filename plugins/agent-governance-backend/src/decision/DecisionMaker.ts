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
  PolicyIndex,
  PolicySet,
  RULES_VERSION,
  applyReviewers,
  decide,
  findUnblockSteps,
  reviewProgress,
  reviewSteps,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { FactsGatherer, Subject } from '../facts/FactsGatherer';
import { DecisionRecord } from '../store/operations/saveDecisions';
import { PortalPolicy } from './PortalPolicy';
import { ReviewerResolver } from './ReviewerResolver';

/** A decision with its record, and what would turn it. */
export interface Decided {
  decision: Decision;
  facts: Facts;
  record: DecisionRecord;
  unblock: UnblockStep[];
  /** How long after authorisation it may be started, ISO 8601 duration. */
  executeWithin: string;
}

/**
 * Gathers, asks and decides. The verdict itself is a pure function of what was gathered; this
 * is everything around it that has to ask somebody.
 */
export class DecisionMaker {
  readonly #facts: FactsGatherer;
  readonly #portal: PortalPolicy;
  readonly #reviewers: ReviewerResolver;
  readonly #settings: Pick<PolicySet, 'requiredLevels' | 'defaultCheckpoint'>;
  readonly #policySets = new WeakMap<PolicySet['portal'], PolicySet>();
  #lastPolicySet: { digest: string; bytes: string } | undefined;

  static create(options: {
    facts: FactsGatherer;
    portal: PortalPolicy;
    reviewers: ReviewerResolver;
    requiredLevels: PolicyLevel[];
    checkpoint: { decideWithin: string; executeWithin: string };
  }) {
    return new DecisionMaker(options);
  }

  private constructor(options: {
    facts: FactsGatherer;
    portal: PortalPolicy;
    reviewers: ReviewerResolver;
    requiredLevels: PolicyLevel[];
    checkpoint: { decideWithin: string; executeWithin: string };
  }) {
    this.#facts = options.facts;
    this.#portal = options.portal;
    this.#reviewers = options.reviewers;
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
      now: Date;
    },
  ): Promise<Decided> {
    const { requestId, requestDigest, purpose, credentials, now } = options;
    const [sealed, portal] = await Promise.all([
      this.#facts.gather(subject, now),
      this.#portal.answersFor({
        agentRef: subject.agent.agentRef,
        credentials,
        fresh: purpose !== 'proposal',
      }),
    ]);
    const policies = NO_POLICIES;
    const policySet = this.#policySet(portal, policies);
    const core = decide(policySet, sealed.facts, policies);
    const reviewers =
      core.verdict === 'hold'
        ? await this.#reviewers.lookUp(core, sealed.facts)
        : undefined;
    const decision: Decision = {
      ...applyReviewers(core, reviewers),
      ...(reviewers && { reviewers }),
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

  /** One object for the same answers and documents, so that it is digested once. */
  #policySet(portal: PolicySet['portal'], { digest }: PolicyIndex): PolicySet {
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
