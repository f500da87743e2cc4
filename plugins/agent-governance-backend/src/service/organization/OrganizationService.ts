import { Organization } from '@agentgov/backstage-plugin-agent-governance-common';
import { PersonCaller } from '../Caller';

/** Who may speak for what, to be taken away. */
export interface OrganizationService {
  /**
   * @param query - `entity`: refs of entities whose owners are wanted as well
   * @throws InputError for a ref that is none; ServiceUnavailableError when the catalog cannot answer
   */
  export(
    query: { entity?: string[] },
    options: { caller: PersonCaller },
  ): Promise<Organization>;
}
