import { LoggerService } from '@backstage/backend-plugin-api';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { readAgents } from './readAgents';

export interface AcmeAgentsProviderOptions {
  /** Folder with one catalog file per agent, without keys. */
  agentsFolder: string;
  /** Folder in which each agent left `<name>.public.json`. */
  keysFolder: string;
  logger: LoggerService;
}

/** Reads the demo agents from a folder and adds to each the public key it made. */
export class AcmeAgentsProvider implements EntityProvider {
  readonly #options: AcmeAgentsProviderOptions;
  #connection?: EntityProviderConnection;
  #applied?: string;

  private constructor(options: AcmeAgentsProviderOptions) {
    this.#options = options;
  }

  static create(options: AcmeAgentsProviderOptions): AcmeAgentsProvider {
    return new AcmeAgentsProvider(options);
  }

  getProviderName(): string {
    return 'acme-agents';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    await this.refresh();
  }

  /** Tells the catalog what there is, unless it is what it was told last. */
  async refresh(): Promise<void> {
    const { logger, ...folders } = this.#options;
    const agents = await readAgents(folders);
    const content = JSON.stringify(agents);
    if (!this.#connection || content === this.#applied) {
      return;
    }
    await this.#connection.applyMutation({
      type: 'full',
      entities: agents.map(entity => ({
        entity,
        locationKey: this.getProviderName(),
      })),
    });
    this.#applied = content;
    const keyed = agents.filter(({ spec }) => spec?.identity).length;
    logger.info(`${agents.length} demo agents, ${keyed} of them with a key`);
  }
}
