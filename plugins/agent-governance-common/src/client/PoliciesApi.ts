import { PolicyDetail, PolicyState, PolicySummary } from '../model';
import type { DocumentLevel, PolicyDocument } from '../policy/documents';
import { Page, PageOptions } from './Page';

/** @public */
export interface ListPoliciesOptions extends PageOptions {
  level?: DocumentLevel;
  /** Entity ref of who answers for them. */
  owner?: string;
  state?: PolicyState[];
  /** Entity ref: only policies that decide and could have a say about it. */
  covering?: string;
  /** Part of the title or the ref. */
  text?: string;
  /** Only policies a change of which waits for people to agree. */
  pending?: boolean;
  /** `ref` if not given. */
  order?: PolicyOrder;
}

/**
 * In which order policies are listed; with a minus the other way round. Levels go from the widest to the narrowest,
 * changes from the oldest to the newest, and what is alike by ref.
 *
 * @public
 */
export type PolicyOrder = `${'' | '-'}${'ref' | 'level' | 'owner' | 'changed'}`;

/** A page of policies. @public */
export interface PolicyPage extends Page<PolicySummary> {
  /** When the catalog's policies were last listed completely, ISO 8601; absent before the first time. */
  listedAt?: string;
}

/** @public */
export interface ConfirmPolicyInput {
  /** The revision the person looked at; another is a 409. */
  revision: number;
  comment?: string;
}

/** Exactly the change that the person looked at; another is a 409. @public */
export interface VotePolicyChangeInput {
  /** Of the policy. */
  revision: number;
  /** Digest of the text that decides; absent where none does. */
  from?: string;
  /** Digest of the text that would; absent where none would. */
  to?: string;
  /** Required to reject. */
  comment?: string;
}

/** The policies of the catalog. @public */
export interface PoliciesApi {
  /** By ref. */
  listPolicies(options?: ListPoliciesOptions): Promise<PolicyPage>;
  getPolicy(policyRef: string): Promise<PolicyDetail>;
  /** A text that decided once, decides, or was proposed, by the digest its history names. */
  getPolicyText(policyRef: string, digest: string): Promise<PolicyDocument>;
  /** Ends what a vanished policy still forbids; answers with the policy as it was. */
  confirmPolicy(
    policyRef: string,
    input: ConfirmPolicyInput,
  ): Promise<PolicySummary>;
  /** Agrees to a change that waits. With the last agreement it takes, it decides. */
  approvePolicyChange(
    policyRef: string,
    input: VotePolicyChangeInput,
  ): Promise<PolicyDetail>;
  /** Says no to a change that waits; what decided goes on deciding. */
  rejectPolicyChange(
    policyRef: string,
    input: VotePolicyChangeInput,
  ): Promise<PolicyDetail>;
}
