import { PermissionsService } from '@backstage/backend-plugin-api';
import { Organization } from '@agentgov/backstage-plugin-agent-governance-common';
import { PersonCaller } from '../Caller';
import { assertMayReadPolicies } from '../policies/assertMayReadPolicies';
import { OrganizationService } from './OrganizationService';

/**
 * Gives the organization to people who may look at policies. What of the catalog they may read is seen to where it is
 * read: with their own credentials.
 */
export class AuthorizedOrganizationService implements OrganizationService {
  readonly #inner: OrganizationService;
  readonly #permissions: PermissionsService;

  static create(options: {
    organization: OrganizationService;
    permissions: PermissionsService;
  }) {
    return new AuthorizedOrganizationService(options);
  }

  private constructor(options: {
    organization: OrganizationService;
    permissions: PermissionsService;
  }) {
    this.#inner = options.organization;
    this.#permissions = options.permissions;
  }

  async export(
    query: { entity?: string[] },
    options: { caller: PersonCaller },
  ): Promise<Organization> {
    await assertMayReadPolicies(this.#permissions, options.caller);
    return this.#inner.export(query, options);
  }
}
