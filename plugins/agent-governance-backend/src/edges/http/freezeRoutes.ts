import { FreezeService } from '../../service/types';
import { EVERYBODY, PEOPLE } from './admit';
import { createRoute, Route } from './Route';

/** Times in which nothing may change. */
export function freezeRoutes(services: { freezes: FreezeService }): Route[] {
  const { freezes } = services;
  return [
    createRoute({
      operation: 'listFreezes',
      method: 'get',
      path: '/v1/freezes',
      admits: EVERYBODY,
      audit: { eventId: 'freeze-list', severityLevel: 'low' },
      status: 200,
      handle: ({ query, caller }) => freezes.list(query, { caller }),
    }),
    createRoute({
      operation: 'mayFreeze',
      method: 'get',
      path: '/v1/freezes/permission',
      admits: PEOPLE,
      audit: { eventId: 'freeze-permission', severityLevel: 'low' },
      status: 200,
      handle: ({ query, caller }) => freezes.may(query, { caller }),
    }),
    createRoute({
      operation: 'createFreeze',
      method: 'post',
      path: '/v1/freezes',
      admits: PEOPLE,
      audit: { eventId: 'freeze-create', severityLevel: 'high' },
      status: 201,
      handle: ({ body, caller }) => freezes.create(body, { caller }),
    }),
    createRoute({
      operation: 'endFreeze',
      method: 'post',
      path: '/v1/freezes/{id}/end',
      admits: PEOPLE,
      audit: { eventId: 'freeze-end', severityLevel: 'high' },
      status: 200,
      handle: ({ path, body, caller }) =>
        freezes.end(path.id, body, { caller }),
    }),
  ];
}
