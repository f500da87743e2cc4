import { PermissionsService } from '@backstage/backend-plugin-api';
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
import { PolicyLatelyReader, PolicyService } from '../types';
import { CallerView, ViewSources } from '../visibility/CallerView';
import { assertMayReadPolicies } from './assertMayReadPolicies';

/**
 * Lets people look at policies who may, and masks whom they may not read in them.
 *
 * Which policies those are, and who may confirm, is decided by the catalog and by authority in the service it wraps.
 */
export class AuthorizedPolicyService implements PolicyService {
  readonly #inner: PolicyService;
  readonly #effects: PolicyLatelyReader;
  readonly #permissions: PermissionsService;
  readonly #sources: ViewSources;

  static create(options: {
    policies: PolicyService;
    effects: PolicyLatelyReader;
    permissions: PermissionsService;
    sources: ViewSources;
  }) {
    return new AuthorizedPolicyService(options);
  }

  private constructor(options: {
    policies: PolicyService;
    effects: PolicyLatelyReader;
    permissions: PermissionsService;
    sources: ViewSources;
  }) {
    this.#inner = options.policies;
    this.#effects = options.effects;
    this.#permissions = options.permissions;
    this.#sources = options.sources;
  }

  async list(
    query: ListPoliciesOptions,
    options: { caller: PersonCaller },
  ): Promise<PolicyPage> {
    await assertMayReadPolicies(this.#permissions, options.caller);
    const page = await this.#inner.list(query, options);
    return this.#mask(await this.#withLately(page, options), options.caller);
  }

  async get(
    policyRef: string,
    options: { caller: PersonCaller },
  ): Promise<PolicyDetail> {
    await assertMayReadPolicies(this.#permissions, options.caller);
    const policy = await this.#inner.get(policyRef, options);
    return this.#mask(policy, options.caller, policyRef);
  }

  async confirm(
    policyRef: string,
    input: ConfirmPolicyInput,
    options: { caller: PersonCaller },
  ): Promise<PolicySummary> {
    await assertMayReadPolicies(this.#permissions, options.caller);
    const policy = await this.#inner.confirm(policyRef, input, options);
    return this.#mask(policy, options.caller, policyRef);
  }

  async text(
    policyRef: string,
    digest: string,
    options: { caller: PersonCaller },
  ): Promise<PolicyDocument> {
    await assertMayReadPolicies(this.#permissions, options.caller);
    const text = await this.#inner.text(policyRef, digest, options);
    return this.#mask(text, options.caller, policyRef);
  }

  async approveChange(
    policyRef: string,
    input: VotePolicyChangeInput,
    options: { caller: PersonCaller },
  ): Promise<PolicyDetail> {
    await assertMayReadPolicies(this.#permissions, options.caller);
    const policy = await this.#inner.approveChange(policyRef, input, options);
    return this.#mask(policy, options.caller, policyRef);
  }

  async rejectChange(
    policyRef: string,
    input: VotePolicyChangeInput,
    options: { caller: PersonCaller },
  ): Promise<PolicyDetail> {
    await assertMayReadPolicies(this.#permissions, options.caller);
    const policy = await this.#inner.rejectChange(policyRef, input, options);
    return this.#mask(policy, options.caller, policyRef);
  }

  async #withLately(
    page: PolicyPage,
    options: { caller: PersonCaller },
  ): Promise<PolicyPage> {
    if (page.items.length === 0) {
      return page;
    }
    const refs = page.items.map(({ ref }) => ref);
    const lately = await this.#effects.lately(refs, options);
    return {
      ...page,
      items: page.items.map(item => ({
        ...item,
        lately: lately.get(item.ref),
      })),
    };
  }

  /** What was shown to them by name keeps it: a vanished policy cannot be read in the catalog any more. */
  async #mask<T extends PolicyPage | PolicySummary | PolicyDocument>(
    answer: T,
    caller: PersonCaller,
    ...shown: string[]
  ): Promise<T> {
    const view = CallerView.create({
      sources: this.#sources,
      caller,
      operation: 'policy',
    });
    view.allow('items' in answer ? answer.items.map(({ ref }) => ref) : shown);
    return view.mask(answer);
  }
}
