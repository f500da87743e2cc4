import { Organization } from '../model';
import { OrganizationApi } from './OrganizationApi';
import { PolicyInsightsClient } from './PolicyInsightsClient';
import { PortalRequests } from './PortalRequests';

/** {@link OrganizationApi} over HTTP. @public */
export class OrganizationClient
  extends PolicyInsightsClient
  implements OrganizationApi
{
  readonly #portal: PortalRequests;

  protected constructor(portal: PortalRequests) {
    super(portal);
    this.#portal = portal;
  }

  exportOrganization(
    options: { entity?: string[] } = {},
  ): Promise<Organization> {
    return this.#portal.request('GET', '/v1/organization', {
      query: { ...options },
    });
  }
}
