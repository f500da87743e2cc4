import {
  Delegation,
  DelegationDetails,
  GrantDelegationInput,
  ListDelegationsOptions,
  Page,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { AgentCaller, PersonCaller } from '../Caller';

/** Who may know of delegations: the people who grant them, and the agents they are granted to. */
export type DelegationCaller = AgentCaller | PersonCaller;

/**
 * What people delegate to agents.
 *
 * The plain service trusts its caller; {@link AuthorizedDelegationService} decides who may.
 */
export interface DelegationService {
  /** The latest granted first. */
  list(
    query: ListDelegationsOptions,
    options: { caller: DelegationCaller },
  ): Promise<Page<Delegation>>;
  /** @throws NotFoundError */
  get(
    id: string,
    options: { caller: DelegationCaller },
  ): Promise<DelegationDetails>;
  /**
   * In the caller's own name.
   *
   * @throws InputError naming the field; NotFoundError when the agent or a target does not exist, or they may not read
   *   it; NotAllowedError when the portal does not let them delegate
   */
  grant(
    input: GrantDelegationInput,
    options: { caller: PersonCaller },
  ): Promise<Delegation>;
  /**
   * When this resolves nothing starts under it any more, on any replica.
   *
   * @throws NotFoundError; NotAllowedError saying who may; ConflictError with where it stands
   */
  revoke(id: string, options: { caller: PersonCaller }): Promise<Delegation>;
}
