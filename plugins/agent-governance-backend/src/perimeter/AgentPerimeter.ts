import {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AgentStandingService,
  readAgentProof,
  toStandingError,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { isAgentRef } from '@agentgov/backstage-plugin-agent-governance-common';
import type { Request } from 'express';
import { judgeAgentRequest } from './judgeAgentRequest';
import { readBearerToken } from './readBearerToken';
import { readCredentials } from './readCredentials';
import { ReadRoute } from './ReadRoute';

/**
 * Keeps agents to the routes that are meant for them, in one plugin.
 *
 * @remarks
 *
 * Agents sign in much like people, so every route of every plugin would let them in. Here a request of an agent passes
 * only if it is for governance, for the platform's own needs, or for something agents may read; and only while the
 * agent stands. People and services are not looked at further.
 */
export class AgentPerimeter {
  readonly #plugin: string;
  readonly #reads: readonly ReadRoute[];
  readonly #auth: AuthService;
  readonly #httpAuth: HttpAuthService;
  readonly #standing: AgentStandingService;
  readonly #logger: LoggerService;

  static create(options: {
    plugin: string;
    reads: readonly ReadRoute[];
    auth: AuthService;
    httpAuth: HttpAuthService;
    standing: AgentStandingService;
    logger: LoggerService;
  }) {
    return new AgentPerimeter(options);
  }

  private constructor(options: {
    plugin: string;
    reads: readonly ReadRoute[];
    auth: AuthService;
    httpAuth: HttpAuthService;
    standing: AgentStandingService;
    logger: LoggerService;
  }) {
    this.#plugin = options.plugin;
    this.#reads = options.reads;
    this.#auth = options.auth;
    this.#httpAuth = options.httpAuth;
    this.#standing = options.standing;
    this.#logger = options.logger;
  }

  /**
   * Returns if the request may pass.
   *
   * @throws NotAllowedError for a route that is not for agents; AuthenticationError for an agent that may not act;
   * ServiceUnavailableError when that could not be found out
   */
  async assertMayPass(req: Request): Promise<void> {
    const credentials = await readCredentials(req, this.#httpAuth);
    if (credentials && this.#isAgent(credentials)) {
      await this.#assertAgentMayPass(req, credentials.principal);
    }
  }

  #isAgent(
    credentials: BackstageCredentials,
  ): credentials is BackstageCredentials<BackstageUserPrincipal> {
    return (
      this.#auth.isPrincipal(credentials, 'user') &&
      isAgentRef(credentials.principal.userEntityRef)
    );
  }

  async #assertAgentMayPass(req: Request, principal: BackstageUserPrincipal) {
    const { method, path } = req;
    const agentRef = principal.userEntityRef;
    const actor = principal.actor?.subject;
    const judgement = judgeAgentRequest(
      { plugin: this.#plugin, method, path, actor },
      this.#reads,
    );
    if (judgement === 'sign-in') {
      return;
    }
    const provesItself = actor === undefined && judgement !== 'claims';
    const answer = await this.#standing.check(
      agentRef,
      provesItself ? readAgentProof(readBearerToken(req)) : undefined,
    );
    if (!answer.stands) {
      this.#logger.warn(`Refused a request: ${answer.message}`, {
        agentRef: answer.agentRef,
        reason: answer.reason,
      });
      throw toStandingError(answer);
    }
    if (judgement === 'refused') {
      this.#logger.info('Refused a request: not a route for agents', {
        agentRef: answer.agentRef,
        method,
        path,
      });
      throw new NotAllowedError(
        `Agents may not call this route of ${
          this.#plugin
        }; ask for an action through agent-governance instead`,
      );
    }
  }
}
