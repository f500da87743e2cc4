import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import {
  ActionExecutionContext,
  ActionExecutor,
  LiveClaims,
  bodyDigestOf,
  routeOf,
} from '@agentgov/backstage-plugin-agent-governance-node';
import {
  JsonObject,
  JsonValue,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { MappedRoute, fillMappedRoute } from '../perimeter/MappedRoute';
import { brokenConnection, failureOf } from './failureOf';

/** What a mapped route is given; its input schema sees to it. */
interface RouteInput {
  path: Record<string, string>;
  query: Record<string, string>;
  body: JsonValue;
}

/** Forwards an agent's request to the plugin it was meant for, as the agent, and brings back status and body. */
export class MappedRouteExecutor implements ActionExecutor {
  readonly #route: MappedRoute;
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #claims: LiveClaims;

  static create(options: {
    route: MappedRoute;
    auth: AuthService;
    discovery: DiscoveryService;
    claims: LiveClaims;
  }) {
    return new MappedRouteExecutor(options);
  }

  private constructor(options: {
    route: MappedRoute;
    auth: AuthService;
    discovery: DiscoveryService;
    claims: LiveClaims;
  }) {
    this.#route = options.route;
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#claims = options.claims;
  }

  async execute(
    context: ActionExecutionContext,
  ): Promise<{ output?: JsonObject }> {
    const { plugin, method, calls } = this.#route;
    const { path, query, body } = context.input as unknown as RouteInput;
    const segments = fillMappedRoute(this.#route, path);
    const [baseUrl, { token }] = await Promise.all([
      this.#discovery.getBaseUrl(plugin),
      this.#auth.getPluginRequestToken({
        onBehalfOf: await context.credentials(),
        targetPluginId: plugin,
      }),
    ]);
    const url = new URL(
      [baseUrl, ...segments.map(each => encodeURIComponent(each))].join('/'),
    );
    url.search = new URLSearchParams(query).toString();
    const admission = this.#claims.admit({
      agentRef: context.agentRef,
      plugin,
      route: routeOf({ method, plugin, segments }),
      bodyDigest: bodyDigestOf(body, query),
      calls,
    });
    try {
      const response = await fetch(url, {
        method,
        headers: {
          'Content-Type': 'application/json',
          'Idempotency-Key': context.idempotencyKey,
          Authorization: `Bearer ${token}`,
        },
        body: JSON.stringify(body),
        redirect: 'manual',
        signal: context.signal,
      }).catch(error => {
        throw brokenConnection(plugin, error);
      });
      return { output: await this.#read(response) };
    } finally {
      admission.release();
    }
  }

  async #read(response: Response): Promise<JsonObject> {
    const { status } = response;
    const body = parse(await response.text());
    if (status >= 400) {
      throw failureOf({
        plugin: this.#route.plugin,
        status,
        message: messageOf(body) ?? response.statusText,
      });
    }
    return { status, ...(body !== undefined && { body }) };
  }
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** As the framework writes its errors. */
function messageOf(body: JsonValue | undefined): string | undefined {
  const error = (body as { error?: { message?: unknown } } | null | undefined)
    ?.error;
  return typeof error?.message === 'string' ? error.message : undefined;
}
