import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AGENT_KIND,
  AgentEntity,
  isAgentEntity,
} from '@agentgov/backstage-plugin-agent-governance-common';

/**
 * Looks at every agent now and then, so that what changes about one is in the ledger even if the
 * agent asks for nothing in between.
 */
export class AgentWatch {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #changes: { record(agent: AgentEntity): Promise<unknown> };

  static create(options: {
    auth: AuthService;
    catalog: CatalogService;
    changes: { record(agent: AgentEntity): Promise<unknown> };
  }) {
    return new AgentWatch(options);
  }

  private constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    changes: { record(agent: AgentEntity): Promise<unknown> };
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#changes = options.changes;
  }

  /** Goes through all agents there are, trusted or not, a page at a time. */
  async look(): Promise<void> {
    const pages = this.#catalog.streamEntities(
      { filter: { kind: AGENT_KIND } },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      for (const agent of page.filter(isAgentEntity)) {
        await this.#changes.record(agent);
      }
    }
  }
}
