import type { Request, Response } from 'express';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  JsonObject,
  JsonValue,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  LiveEffects,
  bodyDigestOf,
  routeOf,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { GovernedCall, GovernedCalls } from './GovernedCalls';
import { AgentRequestJudgement } from './judgeAgentRequest';
import { actionIdOf } from './MappedRoute';
import { CallContent, readCall, readInvocationInput } from './readCall';
import { toRouteAnswer } from './toRouteAnswer';

/** What is answered in a plugin's place. */
export interface PerimeterAnswer {
  status: number;
  /** Absent where there is none. */
  body?: JsonValue;
}

/** A request that is an action, and what it carries. */
type ActionJudgement = Extract<
  AgentRequestJudgement,
  { kind: 'invocation' | 'mapped' }
>;

/**
 * Where a route of another plugin is a door of governance: what comes is an action request, and only what governance itself
 * sends goes through.
 */
export class GovernedDoor {
  readonly #plugin: string;
  readonly #inputBytes: number;
  readonly #calls: GovernedCalls;
  readonly #effects: LiveEffects;

  /** @param options - `inputBytes`: the most an action's input may be */
  static create(options: {
    plugin: string;
    inputBytes: number;
    calls: GovernedCalls;
    effects: LiveEffects;
  }) {
    return new GovernedDoor(options);
  }

  private constructor(options: {
    plugin: string;
    inputBytes: number;
    calls: GovernedCalls;
    effects: LiveEffects;
  }) {
    this.#plugin = options.plugin;
    this.#inputBytes = options.inputBytes;
    this.#calls = options.calls;
    this.#effects = options.effects;
  }

  /**
   * Asks governance, and waits for what comes of it.
   *
   * @throws what {@link readCall}, {@link GovernedCalls} and {@link toRouteAnswer} throw
   */
  async ask(
    req: Request,
    res: Response,
    options: { judgement: ActionJudgement; credentials: BackstageCredentials },
  ): Promise<PerimeterAnswer> {
    const { judgement, credentials } = options;
    const content = await this.#read(req, res);
    const result = await this.#calls.call(toCall(judgement, content), {
      credentials,
      signal: untilHangUp(res),
    });
    const output = toRouteAnswer(result);
    return judgement.kind === 'invocation'
      ? { status: 200, body: { output } }
      : readForwarded(output);
  }

  /** Whether governance makes this request, having decided it; then it is used up. */
  async isOurs(
    req: Request,
    res: Response,
    options: { judgement: ActionJudgement; agentRef: string },
  ): Promise<boolean> {
    const { judgement, agentRef } = options;
    const { body, query } = await this.#read(req, res);
    return this.#effects.take({
      agentRef,
      plugin: this.#plugin,
      route: routeOf({
        method: req.method,
        plugin: this.#plugin,
        segments: judgement.segments,
      }),
      bodyDigest: digestOrRefuse(body, query),
    });
  }

  #read(req: Request, res: Response): Promise<CallContent> {
    return readCall(req, res, { inputBytes: this.#inputBytes });
  }
}

function toCall(
  judgement: ActionJudgement,
  { body, query }: CallContent,
): GovernedCall {
  if (judgement.kind === 'invocation') {
    const { invocation } = judgement;
    return {
      action: invocation.actionId,
      ...readInvocationInput(body, invocation),
    };
  }
  const { route, parameters } = judgement;
  return {
    action: actionIdOf(route),
    input: { path: parameters, query, body },
  };
}

function digestOrRefuse(body: JsonValue, query: Record<string, string>) {
  try {
    return bodyDigestOf(body, query);
  } catch {
    throw new InputError('The body has no canonical JSON');
  }
}

/** What the executor of a mapped route brought back. */
function readForwarded(output: JsonObject): PerimeterAnswer {
  const { status, body } = output;
  return {
    status: typeof status === 'number' ? status : 200,
    ...(body !== undefined && { body }),
  };
}

function untilHangUp(res: Response): AbortSignal {
  const controller = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) {
      controller.abort();
    }
  });
  return controller.signal;
}
