import { randomUUID } from 'node:crypto';
import type {
  ActionCall,
  ActionCallInput,
  ActionDescription,
  ActionRequest,
  ContextSnapshot,
  CreateActionRequestInput,
  Delegation,
  ListActionRequestsOptions,
  Page,
  ReportOutcomeInput,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { connect } from './connect';
import { NotAcceptedError } from './errors';
import { toActionError } from './errors/toActionError';
import { GovernedAgentOptions } from './GovernedAgentOptions';
import { AgentSession } from './identity';
import { PortalConnection } from './portal';
import { RetryLimits, withRetries } from './retry';
import { callThrough, requestPath, waitForEnd, WaitOptions } from './waiting';

/** @public */
export interface RequestOptions {
  /** The same key asks for the same thing again and is done once, whoever asks and whenever; a fresh one when absent. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/** @public */
export type AskOptions = RequestOptions & WaitOptions;

const CONFLICT = 409;

/**
 * An agent in the portal: it signs in with its first question and stays signed in.
 *
 * Every method throws a {@link PortalError} when the portal does not take the question in, and the signal's reason when
 * its caller gave up.
 *
 * @public
 */
export class GovernedAgent {
  readonly agentRef: string;
  readonly #session: AgentSession;
  readonly #portal: PortalConnection;
  readonly #limits: RetryLimits;

  static create(options: GovernedAgentOptions): GovernedAgent {
    return new GovernedAgent(options.agentRef, connect(options));
  }

  private constructor(agentRef: string, connected: ReturnType<typeof connect>) {
    this.agentRef = agentRef;
    this.#session = connected.session;
    this.#portal = connected.portal;
    this.#limits = connected.limits;
  }

  /**
   * Asks for an action and waits until it is done, for people too unless told otherwise.
   *
   * @returns the request, succeeded; what the action returned is in `execution.output`
   * @throws an {@link ActionError} of the sort that fits when it did not come to that
   */
  async ask(
    input: CreateActionRequestInput,
    options: AskOptions = {},
  ): Promise<ActionRequest> {
    const asked = await this.request(input, options);
    const ended = await this.wait(asked, options);
    const error = toActionError(ended);
    if (error) {
      throw error;
    }
    return ended;
  }

  /**
   * Asks for an action without waiting. A refusal is an answer, not an error: look at `state`, `reason` and `unblock`.
   *
   * However often this has to be sent, it is one request.
   */
  async request(
    input: CreateActionRequestInput,
    options: RequestOptions = {},
  ): Promise<ActionRequest> {
    const { idempotencyKey = randomUUID(), signal } = options;
    return this.#portal.post('/action-requests', {
      body: input,
      idempotencyKey,
      signal,
    });
  }

  /**
   * Calls an action and stays on the line: what is allowed runs before this resolves, and an abort cuts it off. A call
   * that people approve meanwhile runs then, once.
   *
   * For actions that return something, such as tools. The same call again joins the first until its agent was told how that
   * ended; after that it is a new one. So what may have been answered is not asked for again here, and for what must never
   * be done twice there is {@link GovernedAgent.ask}.
   *
   * @returns what the action returned
   * @throws an {@link ActionError} of the sort that fits when it did not come to that
   */
  async call(
    input: ActionCallInput,
    options: WaitOptions = {},
  ): Promise<ActionCall> {
    const called = await callThrough(this.#portal, input, options);
    const error = toActionError(called.request);
    if (error) {
      throw error;
    }
    return called;
  }

  /** Follows a request until there is nothing more to wait for or time is up, and says how it stands then. */
  async wait(
    request: ActionRequest | string,
    options: WaitOptions = {},
  ): Promise<ActionRequest> {
    const known =
      typeof request === 'string'
        ? await this.get(request, { signal: options.signal })
        : request;
    return waitForEnd(this.#portal, known, options);
  }

  /** How a request of this agent stands. */
  async get(
    id: string,
    options: { signal?: AbortSignal } = {},
  ): Promise<ActionRequest> {
    return this.#portal.get(requestPath(id), options);
  }

  /** This agent's requests, newest first. */
  async list(
    options: Omit<ListActionRequestsOptions, 'agent' | 'waitingForMe'> = {},
  ): Promise<Page<ActionRequest>> {
    return this.#portal.get('/action-requests', { query: { ...options } });
  }

  /**
   * Takes a request back while it is held or authorised. Withdrawn already, it stays so.
   *
   * @throws NotAcceptedError once its execution has begun or it has ended
   */
  async withdraw(id: string): Promise<ActionRequest> {
    try {
      return await this.#portal.post(`${requestPath(id)}/withdraw`, {
        repeatable: true,
      });
    } catch (error) {
      const stands =
        error instanceof NotAcceptedError && error.status === CONFLICT
          ? await this.get(id)
          : undefined;
      if (stands?.state !== 'withdrawn') {
        throw error;
      }
      return stands;
    }
  }

  /**
   * Says what this agent saw itself of an action whose outcome is unknown. It is shown to the person who finds out, as
   * the agent's word: the request stays unknown. A later report takes the place of an earlier one, ten at most.
   *
   * @throws NotAcceptedError while or once the portal knows the outcome itself
   */
  async report(id: string, seen: ReportOutcomeInput): Promise<ActionRequest> {
    return this.#portal.post(`${requestPath(id)}/outcome`, {
      body: seen,
      repeatable: true,
    });
  }

  /**
   * What the portal knows of an entity, and how good it is. Quote what you acted on: put the `id` of this into the
   * request's `contextSnapshot`.
   */
  async context(
    entityRef: string,
    options: { signal?: AbortSignal } = {},
  ): Promise<ContextSnapshot> {
    const [, kind, namespace, name] =
      /^([^:/]+):(?:([^:/]+)\/)?([^:/]+)$/.exec(entityRef) ?? [];
    if (!kind) {
      throw new TypeError(
        `'${entityRef}' must be an entity ref such as component:default/payments-api`,
      );
    }
    const path = [kind.toLowerCase(), namespace ?? 'default', name]
      .map(encodeURIComponent)
      .join('/');
    return this.#portal.get(`/context/${path}`, options);
  }

  /** The actions this agent may ask for. That one is listed does not mean that it will be allowed. */
  async actions(): Promise<ActionDescription[]> {
    const { items } = await this.#portal.get<{ items: ActionDescription[] }>(
      '/actions',
    );
    return items;
  }

  /**
   * What people let this agent do on their behalf, now: the latest granted first, the first hundred of them. Quote the
   * `id` of the one that is for what you ask in the request's `delegation`.
   */
  async delegations(): Promise<Delegation[]> {
    const { items } = await this.#portal.get<{ items: Delegation[] }>(
      '/delegations',
      { query: { state: 'active', limit: 100 } },
    );
    return items;
  }

  /** The agent's token for the portal, good now. Get it anew for each use. */
  async token(): Promise<string> {
    return withRetries(() => this.#session.token(), { limits: this.#limits });
  }

  /** Like the global `fetch`, as the agent: for what else the portal lets it read, and for clients of MCP. */
  readonly fetch: typeof fetch = async (input, init) =>
    withRetries(() => this.#session.fetch(input, init), {
      limits: this.#limits,
      signal: init?.signal ?? undefined,
    });
}
