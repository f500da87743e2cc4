import {
  Delegation,
  DelegationDetails,
  DelegationScope,
  DelegationState,
} from '../model';
import { Page, PageOptions } from './Page';

/** @public */
export interface GrantDelegationInput extends DelegationScope {
  /** Entity ref of the agent. */
  agent: string;
  /** ISO 8601 with offset or Z, in the future, at most `agentGovernance.delegations.maxDuration` ahead. */
  until: string;
  /** What for. Plain text, up to 500 characters. */
  reason: string;
}

/** @public */
export interface ListDelegationsOptions extends PageOptions {
  /** Entity ref: only those to this agent. */
  agent?: string;
  /** Entity ref: only those by this person. */
  grantedBy?: string;
  state?: DelegationState;
}

/** Delegations of people to agents. @public */
export interface DelegationsApi {
  /** Those of the person asking, those to agents they own, those to the agent asking; the latest first. */
  listDelegations(options?: ListDelegationsOptions): Promise<Page<Delegation>>;
  getDelegation(id: string): Promise<DelegationDetails>;
  /** On behalf of the person asking. The agent quotes the id of what comes back. */
  grantDelegation(input: GrantDelegationInput): Promise<Delegation>;
  /** When this resolves, nothing starts under it any more. */
  revokeDelegation(id: string): Promise<Delegation>;
}
