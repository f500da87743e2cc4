import { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ConfirmPolicyInput,
  ListPoliciesOptions,
  PolicyDetail,
  PolicyPage,
  PolicySummary,
  policyReadPermission,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { PersonCaller } from '../Caller';
import { PolicyService } from '../types';
import { CallerView, ViewSources } from '../visibility/CallerView';

/**
 * Lets people look at policies who may, and masks whom they may not read in them.
 *
 * Which policies those are, and who may confirm, is decided by the catalog and by authority in the service it wraps.
 */
export class AuthorizedPolicyService implements PolicyService {
  readonly #inner: PolicyService;
  readonly #permissions: PermissionsService;
  readonly #sources: ViewSources;

  static create(options: {
    policies: PolicyService;
    permissions: PermissionsService;
    sources: ViewSources;
  }) {
    return new AuthorizedPolicyService(options);
  }

  private constructor(options: {
    policies: PolicyService;
    permissions: PermissionsService;
    sources: ViewSources;
  }) {
    this.#inner = options.policies;
    this.#permissions = options.permissions;
    this.#sources = options.sources;
  }

  async list(
    query: ListPoliciesOptions,
    options: { caller: PersonCaller },
  ): Promise<PolicyPage> {
    await this.#assertMayRead(options.caller);
    return this.#mask(await this.#inner.list(query, options), options.caller);
  }

  async get(
    policyRef: string,
    options: { caller: PersonCaller },
  ): Promise<PolicyDetail> {
    await this.#assertMayRead(options.caller);
    const policy = await this.#inner.get(policyRef, options);
    return this.#mask(policy, options.caller, policyRef);
  }

  async confirm(
    policyRef: string,
    input: ConfirmPolicyInput,
    options: { caller: PersonCaller },
  ): Promise<PolicySummary> {
    await this.#assertMayRead(options.caller);
    const policy = await this.#inner.confirm(policyRef, input, options);
    return this.#mask(policy, options.caller, policyRef);
  }

  async #assertMayRead({ credentials }: PersonCaller): Promise<void> {
    const [decision] = await this.#permissions.authorize(
      [{ permission: policyReadPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not look at policies: the portal's permission policy does not allow you ${policyReadPermission.name}`,
      );
    }
  }

  /** What was shown to them by name keeps it: a vanished policy cannot be read in the catalog any more. */
  async #mask<T extends PolicyPage | PolicySummary>(
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
