import { Coverage } from '@agentgov/backstage-plugin-agent-governance-common';
import { PersonCaller } from '../Caller';

/** What of the portal is open to agents, and what of it governance does not see. */
export interface CoverageService {
  /** @throws NotAllowedError for who may not see it */
  get(options: { caller: PersonCaller }): Promise<Coverage>;
}
