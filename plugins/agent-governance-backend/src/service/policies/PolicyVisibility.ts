import { StoredPolicy } from '../../store/PolicyStore';
import { Caller } from '../Caller';
import { EntityVisibility } from '../types';

/**
 * Which policies somebody may see: those they may read in the catalog.
 *
 * One that is gone from there cannot be asked for any more, and must be seen all the same: it still forbids. Those see it
 * who may read the owner it had; and who could confirm that it is gone sees it in any case. So does who may vote on a
 * change of it that waits.
 */
export class PolicyVisibility {
  readonly #visibility: EntityVisibility;
  readonly #mayDecide: (
    policy: StoredPolicy,
    caller: Caller,
  ) => Promise<boolean>;

  static create(options: {
    visibility: EntityVisibility;
    mayDecide: (policy: StoredPolicy, caller: Caller) => Promise<boolean>;
  }) {
    return new PolicyVisibility(options);
  }

  private constructor(options: {
    visibility: EntityVisibility;
    mayDecide: (policy: StoredPolicy, caller: Caller) => Promise<boolean>;
  }) {
    this.#visibility = options.visibility;
    this.#mayDecide = options.mayDecide;
  }

  /** @throws ServiceUnavailableError when the catalog cannot answer */
  async visible(
    policies: StoredPolicy[],
    caller: Caller,
  ): Promise<StoredPolicy[]> {
    const refs = policies.flatMap(policy => askedFor(policy) ?? []);
    const readable =
      refs.length === 0
        ? new Set<string>()
        : await this.#visibility.readable([...new Set(refs)], caller);
    const seen = await Promise.all(
      policies.map(async policy => {
        const ref = askedFor(policy);
        return (
          (ref !== undefined && readable.has(ref)) ||
          ((policy.state === 'vanished' || policy.pending !== undefined) &&
            (await this.#mayDecide(policy, caller)))
        );
      }),
    );
    return policies.filter((_, index) => seen[index]);
  }
}

function askedFor(policy: StoredPolicy): string | undefined {
  return policy.state === 'vanished' ? policy.owner : policy.ref;
}
