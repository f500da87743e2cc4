import {
  Coverage,
  McpServer,
  PluginCoverage,
  RoadCoverage,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { PersonCaller } from '../Caller';
import { CoverageService } from './CoverageService';

interface CoverageSources {
  portal: {
    plugins(): Promise<PluginCoverage[]>;
    roads(): Promise<RoadCoverage[]>;
  };
  /** Servers, as this person may see them. */
  mcpServers: {
    list(options: { caller: PersonCaller }): Promise<McpServer[]>;
  };
}

/** The plain service. Shows everything. */
export class DefaultCoverageService implements CoverageService {
  readonly #sources: CoverageSources;

  static create(sources: CoverageSources) {
    return new DefaultCoverageService(sources);
  }

  private constructor(sources: CoverageSources) {
    this.#sources = sources;
  }

  async get(options: { caller: PersonCaller }): Promise<Coverage> {
    const { portal, mcpServers } = this.#sources;
    const [plugins, roads, servers] = await Promise.all([
      portal.plugins(),
      portal.roads(),
      mcpServers.list(options),
    ]);
    return { plugins, roads, mcpServers: servers };
  }
}
