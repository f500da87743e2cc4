import { parseEntityRef } from '@backstage/catalog-model';
import { AGENT_POLICY_KIND } from '../agentPolicy';
import { CheckpointCoverage, PolicyEffects } from '../model';
import { SimulationsClient } from './SimulationsClient';
import {
  CheckpointCoverageOptions,
  PolicyInsightsApi,
} from './PolicyInsightsApi';
import { PortalRequests } from './PortalRequests';

/** {@link PolicyInsightsApi} over HTTP. @public */
export class PolicyInsightsClient
  extends SimulationsClient
  implements PolicyInsightsApi
{
  readonly #portal: PortalRequests;

  protected constructor(portal: PortalRequests) {
    super(portal);
    this.#portal = portal;
  }

  getCheckpointCoverage(
    options: CheckpointCoverageOptions = {},
  ): Promise<CheckpointCoverage> {
    return this.#portal.request('GET', '/v1/checkpoint-coverage', {
      query: { ...options },
    });
  }

  getPolicyEffects(
    policyRef: string,
    options: { days?: number } = {},
  ): Promise<PolicyEffects> {
    return this.#portal.request('GET', `${policyPath(policyRef)}/effects`, {
      query: { ...options },
    });
  }
}

function policyPath(policyRef: string): string {
  const { namespace, name } = parseEntityRef(policyRef, {
    defaultKind: AGENT_POLICY_KIND,
  });
  return `/v1/policies/${[namespace, name].map(encodeURIComponent).join('/')}`;
}
