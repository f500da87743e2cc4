import {
  Facts,
  ReviewerLookup,
  checkpointTerms,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { DecisionCore } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { PeopleDirectory } from '../service/types';

/** Finds the people behind a hold's checkpoints, so that nothing is ever held for nobody. */
export class ReviewerResolver {
  readonly #people: PeopleDirectory;
  readonly #fallback: string[];

  static create(options: {
    people: PeopleDirectory;
    fallbackReviewers: string[];
  }) {
    return new ReviewerResolver(options);
  }

  private constructor(options: {
    people: PeopleDirectory;
    fallbackReviewers: string[];
  }) {
    this.#people = options.people;
    this.#fallback = options.fallbackReviewers;
  }

  /** @returns `undefined` when who may could not be found out. */
  async lookUp(
    core: DecisionCore,
    facts: Facts,
  ): Promise<ReviewerLookup[] | undefined> {
    const froms = new Set(
      checkpointTerms(core.checkpoints).map(({ from }) => from),
    );
    try {
      return await Promise.all(
        [...froms].map(from => this.#lookUpOne(from, facts)),
      );
    } catch {
      return undefined;
    }
  }

  async #lookUpOne(from: string, facts: Facts): Promise<ReviewerLookup> {
    const refs = refsOf(from, facts);
    const own = [facts.subject.ref.value, facts.run.startedBy.value];
    const [eligible, fallbackEligible] = await Promise.all([
      this.#count(refs, own),
      this.#count(this.#fallback, own),
    ]);
    return {
      from,
      refs,
      eligible,
      fallbackRefs: this.#fallback,
      fallbackEligible,
    };
  }

  /** @param own - people whose own request it is: they do not count */
  async #count(
    refs: string[],
    own: Array<string | undefined>,
  ): Promise<number> {
    const members = await Promise.all(
      refs.map(ref => this.#people.membersOf(ref)),
    );
    return new Set(members.flat().filter(ref => !own.includes(ref))).size;
  }
}

function refsOf(from: string, facts: Facts): string[] {
  if (from !== 'target-owner') {
    return [from];
  }
  const { owner } = facts.target;
  return owner.state === 'known' && owner.value ? [owner.value] : [];
}
