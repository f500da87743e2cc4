import {
  ConfirmPolicyInput,
  ListPoliciesOptions,
  PolicyDetail,
  PolicyPage,
  PolicySummary,
  VotePolicyChangeInput,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { PolicyDocument } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { PersonCaller } from '../Caller';

/** Policies of the catalog: which decide, what became of each. Who may confirm or vote is decided here, by authority. */
export interface PolicyService {
  /** @throws InputError naming the field; NotFoundError when `covering` may not be read */
  list(
    query: ListPoliciesOptions,
    options: { caller: PersonCaller },
  ): Promise<PolicyPage>;
  /** @throws NotFoundError */
  get(
    policyRef: string,
    options: { caller: PersonCaller },
  ): Promise<PolicyDetail>;
  /**
   * @throws NotFoundError; NotAllowedError saying who may; ConflictError with the state it is in, when it is not
   *   vanished, or not as the person saw it
   */
  confirm(
    policyRef: string,
    input: ConfirmPolicyInput,
    options: { caller: PersonCaller },
  ): Promise<PolicySummary>;
  /** @throws NotFoundError, also for a text that is another policy's */
  text(
    policyRef: string,
    digest: string,
    options: { caller: PersonCaller },
  ): Promise<PolicyDocument>;
  /**
   * @throws NotFoundError; NotAllowedError saying who may; ConflictError with where it stands, when no change waits, it
   *   is not as the person saw it, or they agreed before
   */
  approveChange(
    policyRef: string,
    input: VotePolicyChangeInput,
    options: { caller: PersonCaller },
  ): Promise<PolicyDetail>;
  /** @throws as `approveChange`; InputError without a comment */
  rejectChange(
    policyRef: string,
    input: VotePolicyChangeInput,
    options: { caller: PersonCaller },
  ): Promise<PolicyDetail>;
}
