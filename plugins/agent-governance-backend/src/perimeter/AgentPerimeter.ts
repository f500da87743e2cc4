import {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import {
  AgentStandingService,
  LiveEffects,
  readAgentProof,
  toStandingError,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { isAgentRef } from '@agentgov/backstage-plugin-agent-governance-common';
import type { Request, Response } from 'express';
import { GovernedDoor, PerimeterAnswer } from './GovernedDoor';
import {
  AgentRequestJudgement,
  AgentRoutes,
  judgeAgentRequest,
} from './judgeAgentRequest';
import { readBearerToken } from './readBearerToken';
import { readCredentials } from './readCredentials';

interface PerimeterOptions {
  plugin: string;
  routes: AgentRoutes;
  auth: AuthService;
  httpAuth: HttpAuthService;
  standing: AgentStandingService;
  effects: LiveEffects;
  door: GovernedDoor;
  logger: LoggerService;
}

/**
 * Keeps agents to the routes that are meant for them, in one plugin.
 *
 * @remarks
 *
 * Agents sign in much like people, so every route of every plugin would let them in. Here a request of an agent passes
 * only if it is for governance, for the platform's own needs, for something agents may read, or if governance itself
 * makes it; and only while the agent stands. What is an action becomes an action request. People and services are not
 * looked at further.
 */
export class AgentPerimeter {
  readonly #options: PerimeterOptions;

  static create(options: PerimeterOptions) {
    return new AgentPerimeter(options);
  }

  private constructor(options: PerimeterOptions) {
    this.#options = options;
  }

  /**
   * Returns nothing if the request may pass, and otherwise what the agent is answered in the plugin's place.
   *
   * @throws NotAllowedError for a route that is not for agents; AuthenticationError for an agent that may not act;
   * ServiceUnavailableError when that could not be found out; and what {@link GovernedDoor} throws for an action
   */
  async handle(
    req: Request,
    res: Response,
  ): Promise<PerimeterAnswer | undefined> {
    const credentials = await readCredentials(req, this.#options.httpAuth);
    return credentials && this.#isAgent(credentials)
      ? this.#handleAgent(req, res, credentials)
      : undefined;
  }

  #isAgent(
    credentials: BackstageCredentials,
  ): credentials is BackstageCredentials<BackstageUserPrincipal> {
    return (
      this.#options.auth.isPrincipal(credentials, 'user') &&
      isAgentRef(credentials.principal.userEntityRef)
    );
  }

  async #handleAgent(
    req: Request,
    res: Response,
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<PerimeterAnswer | undefined> {
    const { plugin, routes, door } = this.#options;
    const { method, path } = req;
    const actor = credentials.principal.actor?.subject;
    const judgement = judgeAgentRequest(
      { plugin, method, path, actor },
      routes,
    );
    if (judgement.kind === 'sign-in') {
      return undefined;
    }
    await this.#assertStands(req, credentials.principal, judgement);
    if (judgement.kind === 'never') {
      throw this.#refuse(req, credentials, judgement.because);
    }
    const mayBePart =
      judgement.kind === 'refused' || judgement.kind === 'mapped';
    if (mayBePart && (await this.#isPartOfAnEffect(credentials))) {
      return undefined;
    }
    if (judgement.kind === 'refused') {
      throw this.#refuse(req, credentials);
    }
    if (judgement.kind !== 'invocation' && judgement.kind !== 'mapped') {
      return undefined;
    }
    if (actor !== 'plugin:agent-governance') {
      return door.ask(req, res, { judgement, credentials });
    }
    if (
      await door.isOurs(req, res, { judgement, agentRef: refOf(credentials) })
    ) {
      return undefined;
    }
    throw this.#refuse(req, credentials);
  }

  async #assertStands(
    req: Request,
    principal: BackstageUserPrincipal,
    judgement: AgentRequestJudgement,
  ): Promise<void> {
    const provesItself =
      principal.actor === undefined && judgement.kind !== 'claims';
    const answer = await this.#options.standing.check(
      principal.userEntityRef,
      provesItself ? readAgentProof(readBearerToken(req)) : undefined,
    );
    if (!answer.stands) {
      this.#options.logger.warn(`Refused a request: ${answer.message}`, {
        agentRef: answer.agentRef,
        reason: answer.reason,
      });
      throw toStandingError(answer);
    }
  }

  /** A plugin that carries out an action in the agent's name may need others for it, or itself. */
  async #isPartOfAnEffect(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<boolean> {
    const { plugin, effects } = this.#options;
    const caller = /^plugin:(.+)$/.exec(
      credentials.principal.actor?.subject ?? '',
    )?.[1];
    return (
      caller !== undefined &&
      caller !== 'agent-governance' &&
      effects.covers({ agentRef: refOf(credentials), caller, plugin })
    );
  }

  #refuse(
    { method, path }: Request,
    credentials: BackstageCredentials<BackstageUserPrincipal>,
    because?: string,
  ): NotAllowedError {
    const { plugin, logger } = this.#options;
    logger.info('Refused a request: not a route for agents', {
      agentRef: refOf(credentials),
      method,
      path,
    });
    return new NotAllowedError(
      because
        ? `Agents may never call this route of ${plugin}: ${because}`
        : `Agents may not call this route of ${plugin}; ask for an action through agent-governance instead`,
    );
  }
}

function refOf({
  principal,
}: BackstageCredentials<BackstageUserPrincipal>): string {
  return stringifyEntityRef(parseEntityRef(principal.userEntityRef));
}
