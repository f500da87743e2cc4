import { AgentRequest } from './AgentRequest';
import { isPlatformHop } from './isPlatformHop';
import { matchesRoute } from './matchesRoute';
import { normalizePath } from './normalizePath';
import { ReadRoute } from './ReadRoute';

/**
 * What becomes of a request of an agent.
 *
 * - `sign-in`: it passes, and the route judges the agent itself. An agent that lost its key comes here with its new one.
 * - `claims`: it passes if the agent stands. The platform asks who somebody is with tokens that name no key.
 * - `platform`: the platform asks on the agent's behalf. It passes if the agent stands.
 * - `governance`, `read`: it passes if the agent stands and, asking itself, still has the key it signed in with.
 * - `refused`: it does not pass.
 */
export type AgentRequestJudgement =
  | 'sign-in'
  | 'claims'
  | 'platform'
  | 'governance'
  | 'read'
  | 'refused';

/** Judges what an agent asks for, by its route alone. */
export function judgeAgentRequest(
  request: AgentRequest,
  reads: readonly ReadRoute[],
): AgentRequestJudgement {
  const { plugin, method, path } = request;
  const segments = normalizePath(path);
  if (segments === undefined) {
    return 'refused';
  }
  const matches = (route: string) => matchesRoute(route, segments);

  if (plugin === 'auth' && method === 'POST' && matches('/agent/refresh')) {
    return 'sign-in';
  }
  if (plugin === 'auth' && method === 'GET' && matches('/v1/userinfo')) {
    return 'claims';
  }
  if (isPlatformHop(request, segments)) {
    return 'platform';
  }
  // Below a dot lie the platform's own routes of a plugin: triggering its tasks, invoking its actions.
  if (plugin === 'agent-governance' && !segments[0]?.startsWith('.')) {
    return 'governance';
  }
  const isReading = method === 'GET' || method === 'HEAD';
  const isListed = reads.some(
    read => read.plugin === plugin && matches(read.path),
  );
  return isReading && isListed ? 'read' : 'refused';
}
