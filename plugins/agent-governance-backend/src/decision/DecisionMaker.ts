import { setImmediate } from 'node:timers/promises';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { v7 as uuidv7 } from 'uuid';
import {
  Decision,
  Facts,
  UnblockStep,
  canonicalJson,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PolicySet,
  decide,
  findUnblockSteps,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { FactsGatherer, Subject } from '../facts/FactsGatherer';
import { DecisionRecord } from '../store/operations/saveDecisions';
import { conclude, stepsFrom } from './conclude';
import { DecisionGrounds } from './DecisionGrounds';
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
  readonly #grounds: DecisionGrounds;
  readonly #reviewers: ReviewerResolver;
  #lastPolicySet: { digest: string; bytes: string } | undefined;

  static create(options: {
    facts: FactsGatherer;
    grounds: DecisionGrounds;
    reviewers: ReviewerResolver;
  }) {
    return new DecisionMaker(options);
  }

  private constructor(options: {
    facts: FactsGatherer;
    grounds: DecisionGrounds;
    reviewers: ReviewerResolver;
  }) {
    this.#facts = options.facts;
    this.#grounds = options.grounds;
    this.#reviewers = options.reviewers;
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
    const { sealed, grounds, core } = await this.#weigh(subject, {
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
      executeWithin: this.#grounds.executeWithin,
      facts: sealed.facts,
      record: {
        decision,
        facts: sealed.facts,
        factsBytes: sealed.bytes,
        policySetBytes: this.#policySetBytes(
          core.policySetDigest,
          grounds.policySet,
        ),
      },
      unblock: stepsFrom(decision, grounds, sealed.facts),
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
    const { sealed, grounds, core } = await this.#weigh(subject, {
      credentials,
      fresh: false,
      now,
    });
    const { policySet, policies } = grounds;
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
    const { policySet, policies } = await this.#grounds.of({
      ...options,
      fresh: false,
    });
    const found: boolean[] = [];
    for (const [index, facts] of candidates.entries()) {
      if (index % PROSPECTS_A_TURN === PROSPECTS_A_TURN - 1) {
        await setImmediate();
      }
      const { verdict, reason } = decide(policySet, facts, policies);
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
    const [sealed, grounds] = await Promise.all([
      this.#facts.gather(subject, now),
      this.#grounds.of({ agentRef, ...asked }),
    ]);
    const core = await conclude(grounds, sealed.facts, held =>
      this.#reviewers.lookUp(held, sealed.facts),
    );
    return { sealed, grounds, core };
  }

  /** The same few policy sets decide everything; the digest says which. */
  #policySetBytes(digest: string, policySet: PolicySet): string {
    if (this.#lastPolicySet?.digest !== digest) {
      this.#lastPolicySet = { digest, bytes: canonicalJson(policySet) };
    }
    return this.#lastPolicySet.bytes;
  }
}
