import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  ForwardedError,
  ResponseError,
  ServiceUnavailableError,
  isError,
} from '@backstage/errors';
import {
  ActionRequest,
  JsonObject,
} from '@agentgov/backstage-plugin-agent-governance-common';

const GOVERNANCE = 'agent-governance';

/** What an agent wants done, where another plugin was asked for it. */
export interface GovernedCall {
  action: string;
  input: JsonObject;
  /** Handed on, and kept nowhere. */
  secrets?: JsonObject;
}

/** What became of it. */
export interface GovernedCallResult {
  request: ActionRequest;
  output?: JsonObject;
}

/**
 * Asks governance for an action in an agent's name, from whatever plugin and process the agent turned to.
 */
export class GovernedCalls {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  static create(options: { auth: AuthService; discovery: DiscoveryService }) {
    return new GovernedCalls(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  /**
   * @param options - `credentials`: the agent's. `signal`: aborted when nobody waits any more.
   * @throws what governance answered, under its own name; ServiceUnavailableError when it did not answer
   */
  async call(
    call: GovernedCall,
    options: { credentials: BackstageCredentials; signal?: AbortSignal },
  ): Promise<GovernedCallResult> {
    const [baseUrl, { token }] = await Promise.all([
      this.#discovery.getBaseUrl(GOVERNANCE),
      this.#auth.getPluginRequestToken({
        onBehalfOf: options.credentials,
        targetPluginId: GOVERNANCE,
      }),
    ]);
    const response = await fetch(`${baseUrl}/v1/action-calls`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${token}`,
      },
      body: JSON.stringify(call),
      redirect: 'error',
      signal: options.signal,
    }).catch(error => {
      throw new ServiceUnavailableError(
        `Governance did not answer about ${call.action}: if it ran, it is among your action requests`,
        error,
      );
    });
    if (!response.ok) {
      throw toItsError(await ResponseError.fromResponse(response));
    }
    return response.json();
  }
}

/** The error that governance answered with, not that it answered with one. */
function toItsError(error: ResponseError): Error {
  const { cause, statusCode } = error;
  if (!isError(cause) || statusCode >= 500) {
    return new ForwardedError('Governance could not decide', error);
  }
  return Object.assign(cause, { statusCode });
}
