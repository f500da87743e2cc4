import { DirectoryService } from '../../service/types';
import { EVERYBODY } from './admit';
import { createRoute, Route } from './Route';

/** Agents and environments as the portal knows them. */
export function directoryRoutes(services: {
  directory: DirectoryService;
}): Route[] {
  const { directory } = services;
  return [
    createRoute({
      operation: 'listAgents',
      method: 'get',
      path: '/v1/agents',
      admits: EVERYBODY,
      audit: { eventId: 'agent-list', severityLevel: 'low' },
      status: 200,
      handle: async ({ query, caller }) => ({
        items: await directory.listAgents(query, { caller }),
      }),
    }),
    createRoute({
      operation: 'listEnvironments',
      method: 'get',
      path: '/v1/environments',
      admits: EVERYBODY,
      audit: { eventId: 'environment-list', severityLevel: 'low' },
      status: 200,
      handle: async () => ({ items: await directory.listEnvironments() }),
    }),
  ];
}
