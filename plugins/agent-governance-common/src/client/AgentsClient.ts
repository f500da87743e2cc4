import { AgentIdentity, AgentSummary, Reach, ReachQuery } from '../model';
import { AgentsApi } from './AgentsApi';
import { CoverageClient } from './CoverageClient';
import { entityPath } from './entityPath';
import { PortalRequests } from './PortalRequests';

/** {@link AgentsApi} over HTTP. @public */
export class AgentsClient extends CoverageClient implements AgentsApi {
  readonly #portal: PortalRequests;

  protected constructor(portal: PortalRequests) {
    super(portal);
    this.#portal = portal;
  }

  async listAgents(
    options: { operating?: string } = {},
  ): Promise<AgentSummary[]> {
    return this.#portal.items('/v1/agents', { operating: options.operating });
  }

  getAgentIdentity(agentRef: string): Promise<AgentIdentity> {
    return this.#portal.request(
      'GET',
      `${entityPath('agents', agentRef)}/identity`,
    );
  }

  getReach(
    agentRef: string,
    query: ReachQuery,
    options: { signal?: AbortSignal } = {},
  ): Promise<Reach> {
    const { targets, actions, environment } = query;
    return this.#portal.request(
      'GET',
      `${entityPath('agents', agentRef)}/reach`,
      {
        query: { target: targets, action: actions, environment },
        signal: options.signal,
      },
    );
  }
}
