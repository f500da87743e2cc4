import { NotFoundError } from '@backstage/errors';
import { AgentIdentity } from '@agentgov/backstage-plugin-agent-governance-common';
import { PersonCaller } from '../Caller';
import { parseRef } from '../input/parseRef';
import { PeopleDirectory } from '../types';
import { ViewSources } from '../visibility/CallerView';
import { DefaultIdentityService } from './DefaultIdentityService';
import { IdentityService } from './IdentityService';

/**
 * Shows what an agent proves itself with to those who may read it, who could read as much in its entity; and what was
 * used when only to who answers for it: its owners, administrators, auditors.
 */
export class AuthorizedIdentityService implements IdentityService {
  readonly #options: {
    identity: DefaultIdentityService;
    sources: ViewSources;
    people: PeopleDirectory;
    admins: string[];
  };

  static create(options: {
    identity: DefaultIdentityService;
    sources: ViewSources;
    people: PeopleDirectory;
    /** Entity refs. */
    admins: string[];
  }) {
    return new AuthorizedIdentityService(options);
  }

  private constructor(options: {
    identity: DefaultIdentityService;
    sources: ViewSources;
    people: PeopleDirectory;
    admins: string[];
  }) {
    this.#options = options;
  }

  async get(
    agent: string,
    options: { caller: PersonCaller },
  ): Promise<AgentIdentity> {
    const { caller } = options;
    const { identity, sources } = this.#options;
    const agentRef = parseRef(agent, 'agent');
    const isOwner = (await sources.owners.ownedBy(caller, [agentRef])).size > 0;
    const isAuditor =
      !isOwner &&
      (await sources.readers.admits(caller, { operation: 'agent-identity' }));
    if (isOwner || isAuditor) {
      return identity.get(agentRef, { withUse: true });
    }
    const readable = await sources.visibility.readable([agentRef], caller);
    if (!readable.has(agentRef)) {
      throw new NotFoundError(
        `There is no agent '${agentRef}' that you may see`,
      );
    }
    return identity.get(agentRef, { withUse: await this.#isAdmin(caller) });
  }

  async #isAdmin({ ref }: PersonCaller): Promise<boolean> {
    const { admins, people } = this.#options;
    return (
      admins.length > 0 && (await people.standing(ref, admins)) !== undefined
    );
  }
}
