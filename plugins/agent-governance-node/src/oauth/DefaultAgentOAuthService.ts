import { DiscoveryService } from '@backstage/backend-plugin-api';
import { AgentOAuthConfig } from './AgentOAuthConfig';
import { AgentOAuthService, AgentProtectedResource } from './AgentOAuthService';

/**
 * The one scope of tokens for agents. It carries no rights.
 *
 * @public
 */
export const AGENT_OAUTH_SCOPE = 'agent';

/** Builds the addresses from where the portal is reached from outside. */
export class DefaultAgentOAuthService implements AgentOAuthService {
  readonly #config: AgentOAuthConfig | undefined;
  readonly #discovery: DiscoveryService;

  static create(options: {
    config: AgentOAuthConfig | undefined;
    discovery: DiscoveryService;
  }) {
    return new DefaultAgentOAuthService(options);
  }

  private constructor(options: {
    config: AgentOAuthConfig | undefined;
    discovery: DiscoveryService;
  }) {
    this.#config = options.config;
    this.#discovery = options.discovery;
  }

  /** {@inheritdoc AgentOAuthService.getProtectedResource} */
  async getProtectedResource(): Promise<AgentProtectedResource | undefined> {
    if (!this.#config) {
      return undefined;
    }
    const baseUrl = await this.#discovery.getExternalBaseUrl(
      'agent-governance',
    );
    const { origin, pathname } = new URL(`${baseUrl}/mcp`);
    return {
      resource: `${baseUrl}/mcp`,
      metadataUrl: `${origin}/.well-known/oauth-protected-resource${pathname}`,
      issuer: this.#config.own?.issuer ?? (await this.#issuerBelowPortal()),
      scopes: [AGENT_OAUTH_SCOPE],
    };
  }

  /** {@inheritdoc AgentOAuthService.challenge} */
  async challenge(options?: { error?: 'invalid_token' }): Promise<string> {
    const protectedResource = await this.getProtectedResource();
    const parameters = [
      ...(options?.error ? [`error="${options.error}"`] : []),
      ...(protectedResource
        ? [
            `scope="${protectedResource.scopes.join(' ')}"`,
            `resource_metadata="${protectedResource.metadataUrl}"`,
          ]
        : []),
    ];
    return ['Bearer', parameters.join(', ')].filter(Boolean).join(' ');
  }

  async #issuerBelowPortal(): Promise<string> {
    return `${await this.#discovery.getExternalBaseUrl('auth')}/agent/oauth`;
  }
}
