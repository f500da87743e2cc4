import { Simulation, SimulationInput } from '../model';
import { PoliciesClient } from './PoliciesClient';
import { PortalRequests } from './PortalRequests';
import { SimulationsApi } from './SimulationsApi';

/** {@link SimulationsApi} over HTTP. @public */
export class SimulationsClient
  extends PoliciesClient
  implements SimulationsApi
{
  readonly #portal: PortalRequests;

  protected constructor(portal: PortalRequests) {
    super(portal);
    this.#portal = portal;
  }

  simulate(
    input: SimulationInput,
    options: { signal?: AbortSignal } = {},
  ): Promise<Simulation> {
    return this.#portal.request('POST', '/v1/simulations', {
      body: input,
      signal: options.signal,
    });
  }
}
