import { ActionsService } from '@backstage/backend-plugin-api/alpha';
import { ResponseError } from '@backstage/errors';
import {
  ActionExecutionContext,
  ActionExecutor,
  LiveClaims,
  bodyDigestOf,
  routeOf,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';
import { invocationSegments } from '../perimeter/readInvocation';
import { brokenConnection, failureOf } from './failureOf';

/** Invokes a portal action as the agent, having announced exactly that to the perimeter in front of it. */
export class PortalActionExecutor implements ActionExecutor {
  readonly #actionId: string;
  readonly #plugin: string;
  readonly #actions: ActionsService;
  readonly #claims: LiveClaims;
  readonly #calls: string[];

  /** @param options - `calls`: other plugins that this one may call in the agent's name meanwhile */
  static create(options: {
    actionId: string;
    plugin: string;
    actions: ActionsService;
    claims: LiveClaims;
    calls: string[];
  }) {
    return new PortalActionExecutor(options);
  }

  private constructor(options: {
    actionId: string;
    plugin: string;
    actions: ActionsService;
    claims: LiveClaims;
    calls: string[];
  }) {
    this.#actionId = options.actionId;
    this.#plugin = options.plugin;
    this.#actions = options.actions;
    this.#claims = options.claims;
    this.#calls = options.calls;
  }

  async execute(
    context: ActionExecutionContext,
  ): Promise<{ output?: JsonObject }> {
    const { agentRef, input, secrets } = context;
    const credentials = await context.credentials();
    const plugin = this.#plugin;
    const invocation = {
      actionId: this.#actionId,
      version: secrets ? ('v2' as const) : ('v1' as const),
    };
    const admission = this.#claims.admit({
      agentRef,
      plugin,
      route: routeOf({
        method: 'POST',
        plugin,
        segments: invocationSegments(invocation),
      }),
      bodyDigest: bodyDigestOf(secrets ? { input, secrets } : input),
      calls: this.#calls,
    });
    try {
      const { output } = await this.#actions.invoke({
        id: this.#actionId,
        input,
        secrets,
        credentials,
      });
      return { output: output as JsonObject };
    } catch (error) {
      throw error instanceof ResponseError
        ? failureOf({
            plugin,
            status: error.statusCode,
            message: error.cause.message,
          })
        : brokenConnection(plugin, error);
    } finally {
      admission.release();
    }
  }
}
