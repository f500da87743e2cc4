import { ServiceUnavailableError } from '@backstage/errors';
import { isAgentRef } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  AgentProof,
  AgentStandingService,
  FederatedProof,
  StandingAgent,
  toStandingError,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { AgentSignInError } from '../AgentSignInError';
import { Federation } from '../federation/Federation';
import { checkClaims } from './checkClaims';
import { checkFederatedClaims } from './checkFederatedClaims';
import { assertAlgorithm, parseAssertion } from './parseAssertion';
import { AssertionUse, ParsedAssertion } from './ParsedAssertion';
import { UsedAssertionStore } from './UsedAssertionStore';
import { verifySignature } from './verifySignature';

/** The algorithms of agents' own keys. */
export const AGENT_ALGORITHMS = ['ES256', 'EdDSA', 'RS256'];

/** An agent that proved itself. */
export type ProvenAgent = {
  agent: StandingAgent;
  /** What it proved itself with. */
  proof: AgentProof;
};

type Verified = ProvenAgent & { use: AssertionUse };

/**
 * Decides whether an assertion proves that an agent is here, once.
 *
 * @remarks
 *
 * An assertion is signed by the agent itself, with a key in its entity, or is a token of a federated issuer, whose
 * subject the entity names. Who issued it tells which; from then on neither can pass for the other.
 */
export class AssertionVerifier {
  readonly #clockToleranceMs: number;
  readonly #standing: AgentStandingService;
  readonly #federation: Federation;
  readonly #used: UsedAssertionStore;
  readonly #now: () => number;

  /** @param options - `now`: the time of day in milliseconds since 1970 */
  static create(options: {
    clockToleranceMs: number;
    standing: AgentStandingService;
    federation: Federation;
    used: UsedAssertionStore;
    now: () => number;
  }) {
    return new AssertionVerifier(options);
  }

  private constructor(options: {
    clockToleranceMs: number;
    standing: AgentStandingService;
    federation: Federation;
    used: UsedAssertionStore;
    now: () => number;
  }) {
    this.#clockToleranceMs = options.clockToleranceMs;
    this.#standing = options.standing;
    this.#federation = options.federation;
    this.#used = options.used;
    this.#now = options.now;
  }

  /**
   * Verifies an assertion and uses it up.
   *
   * @param options - `audience`: what an agent's own assertion must be addressed to; that of a federated token is
   * configured with its issuer. `clientId`: who the agent says it is beside the assertion, if it does
   * @throws AgentSignInError when it proves nothing; ServiceUnavailableError when that could not be found out
   */
  async verify(
    assertion: unknown,
    options: { audience: string; clientId?: string },
  ): Promise<ProvenAgent> {
    const parsed = parseAssertion(assertion);
    const { use, ...proven } = await this.#prove(parsed, options.audience);
    const { agentRef } = proven.agent;
    if (options.clientId !== undefined && options.clientId !== agentRef) {
      throw new AgentSignInError(
        'client-mismatch',
        `client_id is ${JSON.stringify(options.clientId)}`,
        { agentRef },
      );
    }
    if (!(await this.#markUsed({ ...use, agentRef }))) {
      throw new AgentSignInError('replayed', 'it was used before', {
        agentRef,
      });
    }
    return proven;
  }

  async #prove(parsed: ParsedAssertion, audience: string): Promise<Verified> {
    const { iss } = parsed.payload;
    const issuer = this.#federation.issuerOf(iss);
    if (issuer) {
      return this.#proveElsewhere(parsed, issuer);
    }
    if (typeof iss === 'string' && !isAgentRef(iss)) {
      throw new AgentSignInError(
        'unknown-issuer',
        `nobody believes ${JSON.stringify(iss)}`,
      );
    }
    return this.#proveOwn(parsed, audience);
  }

  async #proveOwn(
    parsed: ParsedAssertion,
    audience: string,
  ): Promise<Verified> {
    assertAlgorithm(parsed, AGENT_ALGORITHMS);
    const { agentRef, use } = checkClaims(parsed.payload, {
      audience,
      clockToleranceMs: this.#clockToleranceMs,
      now: this.#now(),
    });
    const agent = await this.#checkStanding(agentRef);
    const { thumbprint } = await verifySignature(parsed, agent);
    return { agent, proof: { keyThumbprint: thumbprint }, use };
  }

  async #proveElsewhere(
    parsed: ParsedAssertion,
    issuer: NonNullable<ReturnType<Federation['issuerOf']>>,
  ): Promise<Verified> {
    assertAlgorithm(parsed, issuer.algorithms);
    const { subject, use } = checkFederatedClaims(parsed, {
      issuer,
      clockToleranceMs: this.#clockToleranceMs,
      now: this.#now(),
    });
    await this.#federation.verifySignature(parsed, issuer);
    const federated = {
      issuerId: issuer.id,
      issuer: issuer.issuer,
      subject,
    };
    const agentRef = await this.#federation.findAgent(federated);
    const agent = await this.#checkStanding(agentRef, federated);
    return { agent, proof: { federated }, use };
  }

  async #checkStanding(agentRef: string, federated?: FederatedProof) {
    const agent = await this.#standing.check(agentRef, { federated });
    if (agent.stands) {
      return agent;
    }
    if (agent.reason === 'could-not-check') {
      throw toStandingError(agent);
    }
    throw new AgentSignInError(agent.reason, agent.message, { agentRef });
  }

  async #markUsed(use: AssertionUse & { agentRef: string }) {
    try {
      return await this.#used.markUsed(use);
    } catch (error) {
      throw new ServiceUnavailableError(
        'Whether the assertion was used before could not be checked just now; try again',
        error,
      );
    }
  }
}
