import { AgentRequest } from './AgentRequest';
import { catalogReads, catalogReadsByPost } from './catalogReads';
import { matchesRoute } from './matchesRoute';

const APPLY_CONDITIONS = '/.well-known/backstage/permissions/apply-conditions';

/**
 * Whether the platform itself asks, on the agent's behalf, for what it needs to answer the agent: a plugin for a
 * permission, the permission backend for a condition, governance for what the agent may see in the catalog.
 */
export function isPlatformHop(
  request: AgentRequest,
  segments: readonly string[],
): boolean {
  const { plugin, method, actor } = request;
  const matches = (route: string) => matchesRoute(route, segments);
  if (!actor?.startsWith('plugin:')) {
    return false;
  }
  if (plugin === 'permission' && method === 'POST' && matches('/authorize')) {
    return true;
  }
  if (actor === 'plugin:permission') {
    return method === 'POST' && matches(APPLY_CONDITIONS);
  }
  if (actor === 'plugin:agent-governance' && plugin === 'catalog') {
    return method === 'POST'
      ? catalogReadsByPost.some(matches)
      : method === 'GET' && catalogReads.some(matches);
  }
  return false;
}
