import {
  ActionCall,
  ActionCallInput,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { AgentCaller } from '../Caller';

/** Agents that ask and wait on the line: what is allowed is carried out before they are answered. */
export interface ActionCallService {
  /**
   * Decides one call and, where that is allowed, carries it out; a call that is open already is joined, so that asking
   * again never has a second effect.
   *
   * @param options - `signal`: aborted when the agent hangs up; what runs by then is cut off
   * @returns what came of it. That it is denied, held, failed or unknown is an answer
   * @throws InputError naming the field; NotFoundError for what the agent may not read; TooManyOpenRequestsError;
   *   AuthenticationError or ServiceUnavailableError for an agent that does not stand
   */
  call(
    input: ActionCallInput,
    options: { caller: AgentCaller; signal?: AbortSignal },
  ): Promise<ActionCall>;
}
