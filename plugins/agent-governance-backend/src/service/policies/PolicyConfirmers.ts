import { GovernanceConfig } from '../../GovernanceConfig';
import { StoredPolicy } from '../../store/PolicyStore';
import { Caller } from '../Caller';
import { PeopleDirectory } from '../types';

/**
 * Who may confirm that a policy is gone: whoever has the authority of its level, and platform administrators.
 *
 * For the organization that is every policy admin, not only the one who owned the policy; at the other levels it is the
 * policy's owner, whose word it was.
 */
export class PolicyConfirmers {
  readonly #people: PeopleDirectory;
  readonly #config: Pick<GovernanceConfig, 'admins' | 'policyAdmins'>;

  static create(options: {
    people: PeopleDirectory;
    config: Pick<GovernanceConfig, 'admins' | 'policyAdmins'>;
  }) {
    return new PolicyConfirmers(options);
  }

  private constructor(options: {
    people: PeopleDirectory;
    config: Pick<GovernanceConfig, 'admins' | 'policyAdmins'>;
  }) {
    this.#people = options.people;
    this.#config = options.config;
  }

  /** Entity refs of groups and people. */
  of(policy: StoredPolicy): string[] {
    const { admins, policyAdmins } = this.#config;
    const own =
      policy.level === 'organization' || policy.owner === undefined
        ? policyAdmins
        : [policy.owner];
    return [...new Set([...own, ...admins])];
  }

  /**
   * Through what a caller may; `undefined` when they may not.
   *
   * @throws ServiceUnavailableError when standing cannot be established
   */
  async standing(
    policy: StoredPolicy,
    caller: Caller,
  ): Promise<{ ownerRef: string; via: string } | undefined> {
    return caller.kind === 'person'
      ? this.#people.standing(caller.ref, this.of(policy))
      : undefined;
  }
}
