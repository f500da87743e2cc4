import { AuthService } from '@backstage/backend-plugin-api';
import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { readEntities } from '../../facts/readEntities';
import { Caller } from '../Caller';
import { PeopleDirectory } from '../types';

/** Which agents a person answers for. */
export class AgentOwners {
  readonly #options: {
    auth: AuthService;
    catalog: CatalogService;
    people: PeopleDirectory;
  };

  static create(options: {
    auth: AuthService;
    catalog: CatalogService;
    people: PeopleDirectory;
  }) {
    return new AgentOwners(options);
  }

  private constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    people: PeopleDirectory;
  }) {
    this.#options = options;
  }

  /**
   * Those of these agents that the caller, or a group they are in, owns. Read with the plugin's own credentials: who
   * owns an agent does not hang on who may look at it.
   */
  async ownedBy(caller: Caller, agentRefs: string[]): Promise<Set<string>> {
    if (caller.kind !== 'person' || agentRefs.length === 0) {
      return new Set();
    }
    const [agents, refs] = await Promise.all([
      readEntities({ ...this.#options, refs: agentRefs }),
      this.#options.people.refsOf(caller.ref),
    ]);
    const own = new Set(refs);
    return new Set(
      [...agents]
        .filter(([, agent]) =>
          agent.relations?.some(
            ({ type, targetRef }) =>
              type === RELATION_OWNED_BY && own.has(targetRef),
          ),
        )
        .map(([ref]) => ref),
    );
  }
}
