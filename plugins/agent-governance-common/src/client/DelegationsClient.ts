import { Delegation, DelegationDetails } from '../model';
import {
  DelegationsApi,
  GrantDelegationInput,
  ListDelegationsOptions,
} from './DelegationsApi';
import { FreezesClient } from './FreezesClient';
import { Page } from './Page';
import { PortalRequests } from './PortalRequests';

/** {@link DelegationsApi} over HTTP. @public */
export class DelegationsClient extends FreezesClient implements DelegationsApi {
  readonly #portal: PortalRequests;

  protected constructor(portal: PortalRequests) {
    super(portal);
    this.#portal = portal;
  }

  listDelegations(
    options: ListDelegationsOptions = {},
  ): Promise<Page<Delegation>> {
    return this.#portal.request('GET', '/v1/delegations', {
      query: { ...options },
    });
  }

  getDelegation(id: string): Promise<DelegationDetails> {
    return this.#portal.request('GET', delegationPath(id));
  }

  grantDelegation(input: GrantDelegationInput): Promise<Delegation> {
    return this.#portal.request('POST', '/v1/delegations', { body: input });
  }

  revokeDelegation(id: string): Promise<Delegation> {
    return this.#portal.request('POST', `${delegationPath(id)}/revoke`);
  }
}

function delegationPath(id: string): string {
  return `/v1/delegations/${encodeURIComponent(id)}`;
}
