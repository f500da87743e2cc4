import { AgentIdentity } from '@agentgov/backstage-plugin-agent-governance-common';
import { PersonCaller } from '../Caller';

/** What agents prove themselves with. */
export interface IdentityService {
  /** @throws NotFoundError when there is no such agent, or the caller may not read it; ServiceUnavailableError */
  get(
    agentRef: string,
    options: { caller: PersonCaller },
  ): Promise<AgentIdentity>;
}
