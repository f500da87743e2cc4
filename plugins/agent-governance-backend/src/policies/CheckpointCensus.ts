import { CheckpointCensus as Census } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  countReviewers,
  PolicyDocument,
  satisfiability,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { PeopleDirectory } from '../service/types';
import { PolicyNow } from '../store/PolicyStore';

/** For how long the people of a group are not counted again, in milliseconds. */
const COUNT_MS = 60_000;
/** The one kind of reviewer that differs from request to request. */
const TARGET_OWNER = 'target-owner';

/**
 * Says of each checkpoint of a policy whether there are people enough to satisfy it, before anything is held for nobody.
 *
 * It changes no decision: whoever holds a request counts again.
 */
export class CheckpointCensus {
  readonly #people: Pick<PeopleDirectory, 'membersOf'>;
  readonly #textOf: (digest: string) => Promise<string | undefined>;
  readonly #now: () => Date;
  /** The last count of each policy, by its ref. */
  readonly #counts = new Map<
    string,
    { digest: string; at: number; census: Census[] }
  >();

  static create(options: {
    people: Pick<PeopleDirectory, 'membersOf'>;
    textOf: (digest: string) => Promise<string | undefined>;
    now: () => Date;
  }) {
    return new CheckpointCensus(options);
  }

  private constructor(options: {
    people: Pick<PeopleDirectory, 'membersOf'>;
    textOf: (digest: string) => Promise<string | undefined>;
    now: () => Date;
  }) {
    this.#people = options.people;
    this.#textOf = options.textOf;
    this.#now = options.now;
  }

  /** @param bytes - the text that decides, where it is at hand */
  async of(policy: PolicyNow, bytes?: string): Promise<Census[]> {
    const { ref, textDigest } = policy;
    if (textDigest === undefined) {
      return [];
    }
    const at = this.#now().getTime();
    const counted = this.#counts.get(ref);
    if (counted?.digest === textDigest && at - counted.at < COUNT_MS) {
      return counted.census;
    }
    const text = bytes ?? (await this.#textOf(textDigest));
    if (text === undefined) {
      return [];
    }
    let census: Census[];
    try {
      census = await this.#count(JSON.parse(text));
    } catch {
      // who is in a group could not be found out; what was known of it stays, and is asked for again
      return policy.checkpoints;
    }
    this.#counts.set(ref, { digest: textDigest, at, census });
    return census;
  }

  async #count(document: PolicyDocument): Promise<Census[]> {
    const asking = document.rules.flatMap(({ name, checkpoint }) =>
      checkpoint ? [{ name, checkpoint }] : [],
    );
    const froms = new Set(
      asking.flatMap(({ checkpoint }) =>
        checkpoint.anyOf.flatMap(({ allOf }) => allOf.map(({ from }) => from)),
      ),
    );
    froms.delete(TARGET_OWNER);
    const kinds = await Promise.all(
      [...froms].map(async from => ({
        from,
        refs: [from],
        people: await this.#people.membersOf(from),
      })),
    );
    const found = countReviewers(kinds);
    return asking.map(({ name, checkpoint }) => {
      const { satisfiable, alternatives } = satisfiability(checkpoint, found);
      return {
        rule: name,
        satisfiable,
        anyOf: checkpoint.anyOf.map(({ allOf }, index) => ({
          ...alternatives[index],
          allOf: allOf.map(term => {
            const lookup = found.lookups.find(({ from }) => from === term.from);
            return { ...term, ...(lookup && { people: lookup.eligible }) };
          }),
        })),
      };
    });
  }
}
