import { ServiceUnavailableError } from '@backstage/errors';
import {
  AgentStandingService,
  StandingAgent,
  toStandingError,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { AgentSignInError } from '../AgentSignInError';
import { AgentProviderConfig } from '../config';
import { checkClaims } from './checkClaims';
import { parseAssertion } from './parseAssertion';
import { UsedAssertionStore } from './UsedAssertionStore';
import { verifySignature } from './verifySignature';

/** An agent that proved itself. */
export type ProvenAgent = {
  agent: StandingAgent;
  /** The key it proved itself with. */
  keyThumbprint: string;
};

/** Decides whether an assertion proves that an agent is here, once. */
export class AssertionVerifier {
  readonly #config: AgentProviderConfig;
  readonly #standing: AgentStandingService;
  readonly #used: UsedAssertionStore;
  readonly #now: () => number;

  /** @param options - `now`: the time of day in milliseconds since 1970 */
  static create(options: {
    config: AgentProviderConfig;
    standing: AgentStandingService;
    used: UsedAssertionStore;
    now: () => number;
  }) {
    return new AssertionVerifier(options);
  }

  private constructor(options: {
    config: AgentProviderConfig;
    standing: AgentStandingService;
    used: UsedAssertionStore;
    now: () => number;
  }) {
    this.#config = options.config;
    this.#standing = options.standing;
    this.#used = options.used;
    this.#now = options.now;
  }

  /**
   * Verifies an assertion and uses it up.
   *
   * @throws AgentSignInError when it proves nothing; ServiceUnavailableError when that could not be found out
   */
  async verify(assertion: unknown): Promise<ProvenAgent> {
    const parsed = parseAssertion(assertion);
    const claims = checkClaims(parsed.payload, {
      ...this.#config,
      now: this.#now(),
    });
    const { agentRef } = claims;
    const agent = await this.#standing.check(agentRef);
    if (!agent.stands) {
      if (agent.reason === 'could-not-check') {
        throw toStandingError(agent);
      }
      throw new AgentSignInError(agent.reason, agent.message, { agentRef });
    }
    const { thumbprint } = await verifySignature(parsed, agent);
    if (!(await this.#markUsed(claims))) {
      throw new AgentSignInError('replayed', 'its jti was used before', {
        agentRef,
      });
    }
    return { agent, keyThumbprint: thumbprint };
  }

  async #markUsed(claims: Parameters<UsedAssertionStore['markUsed']>[0]) {
    try {
      return await this.#used.markUsed(claims);
    } catch (error) {
      throw new ServiceUnavailableError(
        'Whether the assertion was used before could not be checked just now; try again',
        error,
      );
    }
  }
}
