import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { LiveClaims } from './LiveClaims';
import { LiveEffects, SeenCall } from './LiveEffects';

const GOVERNANCE = 'agent-governance';
const TIMEOUT_MS = 5_000;

/** Asks this process first, and governance over HTTP where that runs elsewhere. */
export class DefaultLiveEffects implements LiveEffects {
  readonly #claims: LiveClaims;
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #isHere: () => Promise<boolean>;

  /** @param options - `isHere`: whether governance runs in this process */
  static create(options: {
    claims: LiveClaims;
    auth: AuthService;
    discovery: DiscoveryService;
    isHere: () => Promise<boolean>;
  }) {
    return new DefaultLiveEffects(options);
  }

  private constructor(options: {
    claims: LiveClaims;
    auth: AuthService;
    discovery: DiscoveryService;
    isHere: () => Promise<boolean>;
  }) {
    this.#claims = options.claims;
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#isHere = options.isHere;
  }

  /** {@inheritdoc LiveEffects.take} */
  async take(call: SeenCall): Promise<boolean> {
    return this.#claims.take(call) || this.#askElsewhere('take', call);
  }

  /** {@inheritdoc LiveEffects.covers} */
  async covers(call: {
    agentRef: string;
    caller: string;
    plugin: string;
  }): Promise<boolean> {
    return this.#claims.covers(call) || this.#askElsewhere('covers', call);
  }

  async #askElsewhere(
    question: 'take' | 'covers',
    call: object,
  ): Promise<boolean> {
    if (await this.#isHere()) {
      return false;
    }
    try {
      const [baseUrl, { token }] = await Promise.all([
        this.#discovery.getBaseUrl(GOVERNANCE),
        this.#auth.getPluginRequestToken({
          onBehalfOf: await this.#auth.getOwnServiceCredentials(),
          targetPluginId: GOVERNANCE,
        }),
      ]);
      const response = await fetch(
        `${baseUrl}/internal/v1/live-claims/${question}`,
        {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            Authorization: `Bearer ${token}`,
          },
          body: JSON.stringify(call),
          redirect: 'error',
          signal: AbortSignal.timeout(TIMEOUT_MS),
        },
      );
      const { live } = await response.json();
      return response.ok && live === true;
    } catch (error) {
      throw new ServiceUnavailableError(
        'Whether governance is carrying this out could not be checked just now',
        error,
      );
    }
  }
}
