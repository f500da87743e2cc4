import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';

/** How long the auth plugin may take before it counts as down, in milliseconds. */
const TIMEOUT_MS = 5_000;

/**
 * Credentials of an agent that is not here just now, so that it is asked about, and acts, as
 * itself. Minted by the auth plugin, which checks that the agent still stands; never stored.
 */
export class AgentTokens {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #fetch: typeof fetch;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    fetch?: typeof fetch;
  }) {
    return new AgentTokens(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    fetch?: typeof fetch;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#fetch = options.fetch ?? ((...call) => fetch(...call));
  }

  /** @throws when the auth plugin is down or says no: then nothing executes. */
  async credentialsFor(agentRef: string): Promise<BackstageCredentials> {
    const [baseUrl, { token: ownToken }] = await Promise.all([
      this.#discovery.getBaseUrl('auth'),
      this.#auth.getPluginRequestToken({
        onBehalfOf: await this.#auth.getOwnServiceCredentials(),
        targetPluginId: 'auth',
      }),
    ]);
    const response = await this.#fetch(
      `${baseUrl}/agent-governance/v1/agent-tokens`,
      {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Authorization: `Bearer ${ownToken}`,
        },
        body: JSON.stringify({ agentRef }),
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const { token } = (await response.json()) as { token: string };
    const credentials = await this.#auth.authenticate(token);
    if (
      !this.#auth.isPrincipal(credentials, 'user') ||
      credentials.principal.userEntityRef !== agentRef
    ) {
      throw new Error('The minted token is not the agent’s');
    }
    return credentials;
  }
}
