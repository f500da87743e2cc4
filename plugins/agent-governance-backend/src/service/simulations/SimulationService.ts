import {
  Simulation,
  SimulationInput,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { PersonCaller } from '../Caller';

/** What would be decided about requests that nobody makes. Nothing is recorded, and nothing is authorised. */
export interface SimulationService {
  /**
   * @param options - `signal`: whoever asked has gone; nothing more is found out
   * @throws InputError naming the field, what it must be and what it is; NotAllowedError for whoever may not simulate;
   *   NotFoundError for whoever may not see both agent and target; ConflictError where a request would be turned away
   *   before anything is decided; TooManySimulationsError; ServiceUnavailableError
   */
  simulate(
    input: SimulationInput,
    options: { caller: PersonCaller; signal?: AbortSignal },
  ): Promise<Simulation>;
}
