import { Simulation, SimulationInput } from '../model';

/** Trying out what would be decided. Part of {@link AgentGovernanceApi}. @public */
export interface SimulationsApi {
  /**
   * What would be decided about a request that nobody made; nothing is recorded and nothing is authorised. For people
   * with `agent-governance.policy.simulate`, about agents and targets that they may both read.
   */
  simulate(
    input: SimulationInput,
    options?: { signal?: AbortSignal },
  ): Promise<Simulation>;
}
