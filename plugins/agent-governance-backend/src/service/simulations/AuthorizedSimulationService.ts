import { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  Simulation,
  SimulationInput,
  policySimulatePermission,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { PersonCaller } from '../Caller';
import { ViewSources } from '../visibility/CallerView';
import { DefaultSimulationService } from './DefaultSimulationService';
import { SimulationGate } from './SimulationGate';
import { SimulationService } from './SimulationService';
import { SimulationView } from './SimulationView';

/**
 * Lets people try out what would be decided who may, about agents and targets that they may both read, and shows them of
 * it what they would see of a request.
 */
export class AuthorizedSimulationService implements SimulationService {
  readonly #options: {
    simulations: Pick<DefaultSimulationService, 'simulate'>;
    permissions: PermissionsService;
    sources: ViewSources;
    gate: SimulationGate;
  };

  static create(options: {
    simulations: Pick<DefaultSimulationService, 'simulate'>;
    permissions: PermissionsService;
    sources: ViewSources;
    gate: SimulationGate;
  }) {
    return new AuthorizedSimulationService(options);
  }

  private constructor(options: {
    simulations: Pick<DefaultSimulationService, 'simulate'>;
    permissions: PermissionsService;
    sources: ViewSources;
    gate: SimulationGate;
  }) {
    this.#options = options;
  }

  async simulate(
    input: SimulationInput,
    options: { caller: PersonCaller; signal?: AbortSignal },
  ): Promise<Simulation> {
    const { simulations, sources, gate } = this.#options;
    const { caller, signal } = options;
    await this.#assertMaySimulate(caller);
    return gate.through(caller.ref, async () => {
      const view = SimulationView.create({ sources, caller });
      return view.show(await simulations.simulate(input, { view, signal }));
    });
  }

  async #assertMaySimulate({ credentials }: PersonCaller): Promise<void> {
    const [decision] = await this.#options.permissions.authorize(
      [{ permission: policySimulatePermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not simulate: the portal's permission policy does not allow you ${policySimulatePermission.name}`,
      );
    }
  }
}
