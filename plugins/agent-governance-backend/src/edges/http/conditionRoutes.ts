import { ConditionService } from '../../service/types';
import { EVERYBODY, PEOPLE } from './admit';
import { createRoute, Route } from './Route';

/** What is going on around entities, and who says so. */
export function conditionRoutes(services: {
  conditions: ConditionService;
}): Route[] {
  const { conditions } = services;
  return [
    createRoute({
      operation: 'getConditions',
      method: 'get',
      path: '/v1/conditions',
      admits: EVERYBODY,
      audit: { eventId: 'condition-get', severityLevel: 'low' },
      status: 200,
      handle: ({ query, caller }) => conditions.get(query, { caller }),
    }),
    createRoute({
      operation: 'listConditionSources',
      method: 'get',
      path: '/v1/condition-sources',
      admits: PEOPLE,
      audit: { eventId: 'condition-source-list', severityLevel: 'low' },
      status: 200,
      handle: async ({ caller }) => ({
        items: await conditions.listSources({ caller }),
      }),
    }),
  ];
}
