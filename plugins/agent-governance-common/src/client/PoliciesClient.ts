import { parseEntityRef } from '@backstage/catalog-model';
import { AGENT_POLICY_KIND } from '../agentPolicy';
import { PolicyDetail, PolicySummary } from '../model';
import type { PolicyDocument } from '../policy/documents';
import { AgentsClient } from './AgentsClient';
import {
  ConfirmPolicyInput,
  ListPoliciesOptions,
  PoliciesApi,
  PolicyPage,
  VotePolicyChangeInput,
} from './PoliciesApi';
import { PortalRequests } from './PortalRequests';

/** {@link PoliciesApi} over HTTP. @public */
export class PoliciesClient extends AgentsClient implements PoliciesApi {
  readonly #portal: PortalRequests;

  protected constructor(portal: PortalRequests) {
    super(portal);
    this.#portal = portal;
  }

  listPolicies(options: ListPoliciesOptions = {}): Promise<PolicyPage> {
    return this.#portal.request('GET', '/v1/policies', {
      query: { ...options },
    });
  }

  getPolicy(policyRef: string): Promise<PolicyDetail> {
    return this.#portal.request('GET', policyPath(policyRef));
  }

  getPolicyText(policyRef: string, digest: string): Promise<PolicyDocument> {
    return this.#portal.request(
      'GET',
      `${policyPath(policyRef)}/texts/${encodeURIComponent(digest)}`,
    );
  }

  confirmPolicy(
    policyRef: string,
    input: ConfirmPolicyInput,
  ): Promise<PolicySummary> {
    return this.#portal.request('POST', `${policyPath(policyRef)}/confirm`, {
      body: input,
    });
  }

  approvePolicyChange(
    policyRef: string,
    input: VotePolicyChangeInput,
  ): Promise<PolicyDetail> {
    return this.#vote(policyRef, 'approve', input);
  }

  rejectPolicyChange(
    policyRef: string,
    input: VotePolicyChangeInput,
  ): Promise<PolicyDetail> {
    return this.#vote(policyRef, 'reject', input);
  }

  #vote(
    policyRef: string,
    verdict: 'approve' | 'reject',
    input: VotePolicyChangeInput,
  ): Promise<PolicyDetail> {
    return this.#portal.request(
      'POST',
      `${policyPath(policyRef)}/pending/${verdict}`,
      { body: input },
    );
  }
}

function policyPath(policyRef: string): string {
  const { namespace, name } = parseEntityRef(policyRef, {
    defaultKind: AGENT_POLICY_KIND,
  });
  return `/v1/policies/${[namespace, name].map(encodeURIComponent).join('/')}`;
}
