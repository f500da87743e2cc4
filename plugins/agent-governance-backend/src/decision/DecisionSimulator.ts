import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  DraftedPolicy,
  Fact,
  FactOverride,
  Facts,
  PolicyDraft,
  PolicyLevel,
  SimulatedDecision,
  checkpointTerms,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  DecisionCore,
  PolicyIndex,
  UNKNOWN_POLICIES,
  overrideFacts,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { FactsGatherer, Subject } from '../facts/FactsGatherer';
import { ClockOverride, overrideTime } from '../facts/overrideTime';
import { withholdFacts } from '../facts/withholdFacts';
import { PolicyDrafts } from '../policies/PolicyDrafts';
import { conclude, stepsFrom } from './conclude';
import { DecisionGrounds, Grounds, withPolicies } from './DecisionGrounds';
import { ReviewerResolver, refsOf } from './ReviewerResolver';

/** What somebody may know who tries out what would be decided. */
export interface Sight {
  /** Which of these entities they may not read. */
  hiddenOf(refs: string[]): Promise<ReadonlySet<string>>;
  /** The entities that are named in something. */
  namedIn(document: unknown): string[];
}

/** What is decided about: facts to be gathered, or such as were sealed before. */
export type Basis = { subject: Subject } | { recorded: Facts };

interface SimulationOptions {
  agentRef: string;
  /** The agent's own. */
  credentials: BackstageCredentials;
  clock: ClockOverride;
  overrides: readonly FactOverride[];
  /** What stands instead of the policies in force. */
  draft?: PolicyDraft;
  sight: Sight;
  now: Date;
}

/** Decisions as they would be. */
export interface Simulated {
  facts: Facts;
  requiredLevels: PolicyLevel[];
  result: SimulatedDecision;
  drafted?: SimulatedDecision;
  policies?: DraftedPolicy[];
}

const TAKEN_FOR_GRANTED = 'Taken for granted: the agent quotes what holds';

/**
 * Decides what nobody asked for, on facts that may be made up, with policies that may be made up: exactly as a decision
 * is made, and nothing of it is kept.
 */
export class DecisionSimulator {
  readonly #options: {
    facts: FactsGatherer;
    grounds: DecisionGrounds;
    reviewers: ReviewerResolver;
    drafts: PolicyDrafts;
  };

  static create(options: {
    facts: FactsGatherer;
    grounds: DecisionGrounds;
    reviewers: ReviewerResolver;
    drafts: PolicyDrafts;
  }) {
    return new DecisionSimulator(options);
  }

  private constructor(options: {
    facts: FactsGatherer;
    grounds: DecisionGrounds;
    reviewers: ReviewerResolver;
    drafts: PolicyDrafts;
  }) {
    this.#options = options;
  }

  /**
   * @throws InputError naming what is wrong with the draft, and where; ServiceUnavailableError where it is not known which
   *   policies it changes
   */
  async simulate(basis: Basis, options: SimulationOptions): Promise<Simulated> {
    const { agentRef, credentials, overrides, clock, draft, sight } = options;
    const [found, grounds] = await Promise.all([
      this.#factsOf(basis, options.now),
      this.#options.grounds.of({ agentRef, credentials, fresh: false }),
    ]);
    const facts = overrideFacts(overrideTime(found, clock), overrides);
    // whom a decision names that anybody could see is no secret; whom somebody makes up may be one
    const open = new Set(refsOf('target-owner', found));
    const inForce = await conclude(grounds, facts, held => {
      fromsOf(held).forEach(ref => open.add(ref));
      return this.#lookUp(held, facts, { open, sight });
    });
    const result = toSimulated(inForce, grounds, facts);
    const { requiredLevels } = grounds.policySet;
    if (!draft) {
      return { facts, requiredLevels, result };
    }
    const { index, policies } = await this.#options.drafts.apply(
      draft,
      knownPolicies(grounds),
      { hiddenOf: refs => sight.hiddenOf(refs) },
    );
    const drafted = withPolicies(grounds, index);
    const seen = await withholdHidden(facts, sight);
    const otherwise = await conclude(drafted, seen, held =>
      this.#lookUp(held, seen, { open, sight }),
    );
    return {
      facts,
      requiredLevels,
      result,
      drafted: toSimulated(otherwise, drafted, seen),
      policies,
    };
  }

  async #factsOf(basis: Basis, now: Date): Promise<Facts> {
    if ('recorded' in basis) {
      return basis.recorded;
    }
    const { facts } = await this.#options.facts.gather(basis.subject, now);
    const { context } = facts;
    return basis.subject.willQuote
      ? {
          ...facts,
          context: {
            ...context,
            quoted: { ...context.quoted, note: TAKEN_FOR_GRANTED },
          },
        }
      : facts;
  }

  /** How many people there are behind a name nobody but the one who asks came up with is told to those who may read it. */
  async #lookUp(
    core: DecisionCore,
    facts: Facts,
    options: { open: ReadonlySet<string>; sight: Sight },
  ) {
    const asked = [...fromsOf(core), 'target-owner'].flatMap(from =>
      refsOf(from, facts),
    );
    const hidden = await options.sight.hiddenOf(
      asked.filter(ref => !options.open.has(ref)),
    );
    return this.#options.reviewers.lookUp(core, facts, ref => !hidden.has(ref));
  }
}

function fromsOf(core: DecisionCore): string[] {
  return checkpointTerms(core.checkpoints)
    .map(({ from }) => from)
    .filter(from => from !== 'target-owner');
}

function toSimulated(
  decision: DecisionCore,
  grounds: Grounds,
  facts: Facts,
): SimulatedDecision {
  return { decision, unblock: stepsFrom(decision, grounds, facts) };
}

function knownPolicies({ policySet, policies }: Grounds): PolicyIndex {
  if (policySet.policies.digest === UNKNOWN_POLICIES) {
    throw new ServiceUnavailableError(
      'It is not known just now which policies decide, so nothing can be tried instead of them',
    );
  }
  return policies;
}

/** A draft's rules are the reader's own: what the reader may not read, they do not read either. */
async function withholdHidden(facts: Facts, sight: Sight): Promise<Facts> {
  const hidden = await sight.hiddenOf(sight.namedIn(facts));
  return hidden.size === 0
    ? facts
    : withholdFacts(facts, ({ value }: Fact) =>
        sight.namedIn({ value }).some(ref => hidden.has(ref)),
      );
}
