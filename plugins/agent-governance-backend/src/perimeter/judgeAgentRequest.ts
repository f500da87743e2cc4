import { AgentRequest } from './AgentRequest';
import { isPlatformHop } from './isPlatformHop';
import { MappedRoute, matchMappedRoute } from './MappedRoute';
import { matchesRoute } from './matchesRoute';
import { neverForAgents } from './neverForAgents';
import { normalizePath } from './normalizePath';
import { OpenRoute } from './OpenRoute';
import { Invocation, readInvocation } from './readInvocation';
import { OpenRoutes } from './readPerimeterConfig';

/** What of the other plugins is for agents, as configured. */
export interface AgentRoutes extends OpenRoutes {
  mapped: readonly MappedRoute[];
}

/**
 * What becomes of a request of an agent.
 *
 * - `sign-in`: it passes, and the route judges the agent itself. An agent that lost its key comes here with its new one.
 * - `claims`: it passes if the agent stands. The platform asks who somebody is with tokens that name no key.
 * - `platform`: the platform asks on the agent's behalf. It passes if the agent stands.
 * - `governance`, `read`, `door`: it passes if the agent stands and, asking itself, still has the key it signed in with.
 * - `invocation`, `mapped`: it is an action request, whoever asks for the agent; governance answers in the plugin's place.
 * - `never`: it does not pass, whatever is configured and whatever runs.
 * - `refused`: it does not pass, unless a plugin makes it while it carries out an action for the agent.
 */
export type AgentRequestJudgement =
  | {
      kind:
        | 'sign-in'
        | 'claims'
        | 'platform'
        | 'governance'
        | 'read'
        | 'door'
        | 'refused';
    }
  | { kind: 'never'; because: string }
  | { kind: 'invocation'; invocation: Invocation; segments: string[] }
  | {
      kind: 'mapped';
      route: MappedRoute;
      parameters: Record<string, string>;
      segments: string[];
    };

/** Judges what an agent asks for, by its route alone. */
export function judgeAgentRequest(
  request: AgentRequest,
  routes: AgentRoutes,
): AgentRequestJudgement {
  const { plugin, method } = request;
  const segments = normalizePath(request.path);
  if (segments === undefined) {
    return { kind: 'never', because: 'its path could be read in several ways' };
  }
  const matches = (route: string) => matchesRoute(route, segments);

  if (plugin === 'auth' && method === 'POST' && matches('/agent/refresh')) {
    return { kind: 'sign-in' };
  }
  if (plugin === 'auth' && method === 'GET' && matches('/v1/userinfo')) {
    return { kind: 'claims' };
  }
  if (isPlatformHop(request, segments)) {
    return { kind: 'platform' };
  }
  // Below a dot lie the platform's own routes of a plugin: triggering its tasks, invoking its actions.
  if (plugin === 'agent-governance' && !segments[0]?.startsWith('.')) {
    return { kind: 'governance' };
  }
  const invocation = readInvocation({ plugin, method, segments });
  if (invocation) {
    return { kind: 'invocation', invocation, segments };
  }
  const because = neverForAgents({ plugin, segments });
  if (because !== undefined) {
    return { kind: 'never', because };
  }
  const isListed = (list: readonly OpenRoute[]) =>
    list.some(route => route.plugin === plugin && matches(route.path));
  if ((method === 'GET' || method === 'HEAD') && isListed(routes.reads)) {
    return { kind: 'read' };
  }
  if (method === 'POST' && isListed(routes.doors)) {
    return { kind: 'door' };
  }
  for (const route of routes.mapped) {
    const parameters = matchMappedRoute(route, { plugin, method, segments });
    if (parameters) {
      return { kind: 'mapped', route, parameters, segments };
    }
  }
  return { kind: 'refused' };
}
