import {
  Facts,
  ReviewersFound,
  checkpointTerms,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  DecisionCore,
  FALLBACK_REVIEWERS,
  countReviewers,
  neverCounted,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
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

  /**
   * @param isLookedUp - whether anybody may be found behind a ref; behind the others there is nobody
   * @returns `undefined` when who may could not be found out.
   */
  async lookUp(
    core: DecisionCore,
    facts: Facts,
    isLookedUp: (ref: string) => boolean = () => true,
  ): Promise<ReviewersFound | undefined> {
    const froms = new Set(
      checkpointTerms(core.checkpoints).map(({ from }) => from),
    );
    try {
      return await this.count(
        [...froms].map(from => ({
          from,
          refs: refsOf(from, facts).filter(isLookedUp),
        })),
        neverCounted(facts),
      );
    } catch {
      return undefined;
    }
  }

  /**
   * How many people there are for each kind of reviewer, and for the fallback.
   *
   * @throws ServiceUnavailableError when the catalog cannot answer.
   */
  async count(
    kinds: Array<{ from: string; refs: string[] }>,
    never: string[] = [],
  ): Promise<ReviewersFound> {
    const all = [...kinds, { from: FALLBACK_REVIEWERS, refs: this.#fallback }];
    return countReviewers(
      await Promise.all(
        all.map(async kind => ({
          ...kind,
          people: await this.#membersOf(kind.refs),
        })),
      ),
      never,
    );
  }

  async #membersOf(refs: string[]): Promise<string[]> {
    const members = await Promise.all(
      refs.map(ref => this.#people.membersOf(ref)),
    );
    return members.flat();
  }
}

/** As whom the people of one kind are found. */
export function refsOf(from: string, facts: Facts): string[] {
  if (from !== 'target-owner') {
    return [from];
  }
  const { owner } = facts.target;
  return owner.state === 'known' && owner.value ? [owner.value] : [];
}
