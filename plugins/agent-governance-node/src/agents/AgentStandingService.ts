import { AgentStandingAnswer } from './AgentStandingAnswer';

/**
 * Answers whether an agent may act now: it exists, is active, comes from a trusted place and has keys.
 *
 * @public
 */
export interface AgentStandingService {
  /**
   * Judges one agent. Never throws: what cannot be found out is the answer `could-not-check`.
   *
   * @param agentRef - in any spelling the catalog accepts
   * @param options - `keyThumbprint`: the agent must still have this key. `maxAgeMs`: how long before this call the
   * catalog may have been asked, 5000 by default and at most; 0 asks anew.
   */
  check(
    agentRef: string,
    options?: { keyThumbprint?: string; maxAgeMs?: number },
  ): Promise<AgentStandingAnswer>;
}
