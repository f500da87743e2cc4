import { stringifyEntityRef } from '@backstage/catalog-model';
import { ContextService } from '../../service/types';
import { EVERYBODY, PEOPLE, SERVICES } from './admit';
import { createRoute, Route } from './Route';

/** What is known about entities, who says so, and who vouches for it. */
export function contextRoutes(services: { context: ContextService }): Route[] {
  const { context } = services;
  return [
    createRoute({
      operation: 'getContext',
      method: 'get',
      path: '/v1/context/{kind}/{namespace}/{name}',
      admits: EVERYBODY,
      audit: { eventId: 'context-get', severityLevel: 'low' },
      status: 200,
      handle: ({ path, caller }) =>
        context.get(stringifyEntityRef(path), { caller }),
    }),
    createRoute({
      operation: 'signOffContext',
      method: 'post',
      path: '/v1/context/{kind}/{namespace}/{name}/sign-offs',
      admits: PEOPLE,
      audit: { eventId: 'context-sign-off', severityLevel: 'high' },
      status: 201,
      handle: ({ path, body, caller }) =>
        context.signOff(stringifyEntityRef(path), body, { caller }),
    }),
    createRoute({
      operation: 'reportContext',
      method: 'post',
      path: '/v1/context-reports',
      admits: SERVICES,
      audit: { eventId: 'context-report', severityLevel: 'medium' },
      status: 200,
      handle: ({ body, caller }) => context.report(body, { caller }),
    }),
  ];
}
