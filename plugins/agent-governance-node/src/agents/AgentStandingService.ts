import { AgentStandingAnswer } from './AgentStandingAnswer';
import { FederatedProof } from './AgentProof';

/**
 * Answers whether an agent may act now: it exists, is active, comes from a trusted place and has something to prove
 * itself with.
 *
 * @public
 */
export interface AgentStandingService {
  /**
   * Judges one agent. Never throws: what cannot be found out is the answer `could-not-check`.
   *
   * @param agentRef - in any spelling the catalog accepts
   * @param options - `keyThumbprint`: the agent must still have this key. `federated`: it must still name this
   * identity, and its issuer must still be configured. `maxAgeMs`: how long before this call the catalog may have been
   * asked, 5000 by default and at most; 0 asks anew.
   */
  check(
    agentRef: string,
    options?: {
      keyThumbprint?: string;
      federated?: FederatedProof;
      maxAgeMs?: number;
    },
  ): Promise<AgentStandingAnswer>;
}
