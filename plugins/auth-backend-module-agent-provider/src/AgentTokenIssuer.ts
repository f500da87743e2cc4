import { ServiceUnavailableError } from '@backstage/errors';
import {
  AuthResolverContext,
  BackstageSignInResult,
} from '@backstage/plugin-auth-node';
import {
  AgentProof,
  toAgentProofClaims,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { JsonObject } from '@backstage/types';
import { decodeJwt } from 'jose';
import { SignInRecorder } from './signIns/SignInRecorder';

/**
 * Issues Backstage tokens to agents. Whoever calls it has made sure of the agent.
 *
 * @remarks
 *
 * The agent is the subject and the only thing it owns as: no groups, neither its owner's nor any that list it as a
 * member. Hence the platform's helper for catalog users is not used here.
 */
export class AgentTokenIssuer {
  readonly #signIns: SignInRecorder;
  #context: AuthResolverContext | undefined;

  static create(options: { signIns: SignInRecorder }) {
    return new AgentTokenIssuer(options.signIns);
  }

  private constructor(signIns: SignInRecorder) {
    this.#signIns = signIns;
  }

  /** Gives it the platform's issuer, which exists only once the provider is set up. */
  connect(context: AuthResolverContext): void {
    this.#context = context;
  }

  /**
   * A token for an agent that signed in with one of its keys, or as who it is to a federated issuer.
   *
   * @throws ServiceUnavailableError when `auth.providers.agent` is not configured
   */
  async signIn(options: {
    agentRef: string;
    proof: AgentProof;
  }): Promise<BackstageSignInResult & { expiresAt: Date }> {
    const { agentRef, proof } = options;
    const result = await this.#issue(agentRef, toAgentProofClaims(proof));
    const expiresAt = expiryOf(result.token);
    await this.#signIns.record({ agentRef, proof, expiresAt });
    return { ...result, expiresAt };
  }

  /**
   * A token to act later for an agent. It names no key, so it is worth nothing when presented over HTTP.
   *
   * @throws ServiceUnavailableError when `auth.providers.agent` is not configured
   */
  async mint(options: {
    agentRef: string;
  }): Promise<{ token: string; expiresAt: Date }> {
    const { token } = await this.#issue(options.agentRef, {});
    return { token, expiresAt: expiryOf(token) };
  }

  async #issue(agentRef: string, claims: JsonObject) {
    if (!this.#context) {
      throw new ServiceUnavailableError(
        'No tokens are issued to agents, because auth.providers.agent is not configured',
      );
    }
    return this.#context.issueToken({
      claims: { ...claims, sub: agentRef, ent: [agentRef] },
    });
  }
}

function expiryOf(token: string): Date {
  return new Date((decodeJwt(token).exp ?? 0) * 1000);
}
