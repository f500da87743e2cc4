import { ServiceUnavailableError } from '@backstage/errors';
import {
  AuthResolverContext,
  BackstageSignInResult,
} from '@backstage/plugin-auth-node';
import { AGENT_KEY_CLAIM } from '@agentgov/backstage-plugin-agent-governance-node';
import { decodeJwt } from 'jose';

/**
 * Issues Backstage tokens to agents. Whoever calls it has made sure of the agent.
 *
 * @remarks
 *
 * The agent is the subject and the only thing it owns as: no groups, neither its owner's nor any that list it as a
 * member. Hence the platform's helper for catalog users is not used here.
 */
export class AgentTokenIssuer {
  #context: AuthResolverContext | undefined;

  static create() {
    return new AgentTokenIssuer();
  }

  private constructor() {}

  /** Gives it the platform's issuer, which exists only once the provider is set up. */
  connect(context: AuthResolverContext): void {
    this.#context = context;
  }

  /**
   * A token for an agent that signed in with one of its keys.
   *
   * @throws ServiceUnavailableError when `auth.providers.agent` is not configured
   */
  async signIn(options: {
    agentRef: string;
    keyThumbprint: string;
  }): Promise<BackstageSignInResult> {
    const { agentRef, keyThumbprint } = options;
    return this.#issue(agentRef, { [AGENT_KEY_CLAIM]: keyThumbprint });
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
    const { exp } = decodeJwt(token);
    return { token, expiresAt: new Date((exp ?? 0) * 1000) };
  }

  async #issue(agentRef: string, claims: Record<string, string>) {
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
