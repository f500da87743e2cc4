import {
  Reach,
  ReachQuery,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { Caller } from '../Caller';

/** What an agent could do, over many targets at once. */
export interface ReachService {
  /**
   * @param options - `signal`: whoever asked has gone; nothing more is found out
   * @throws InputError for an action or environment that is none; NotFoundError for whoever may not see the agent, or none
   *   of the targets
   */
  get(
    agentRef: string,
    query: ReachQuery,
    options: { caller: Caller; signal?: AbortSignal },
  ): Promise<Reach>;
}
