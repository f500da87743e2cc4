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
      operation: 'getFreezeAgenda',
      method: 'get',
      path: '/v1/freezes/agenda',
      admits: EVERYBODY,
      audit: { eventId: 'freeze-agenda', severityLevel: 'low' },
      status: 200,
      handle: ({ query, caller }) => freezes.agenda(query, { caller }),
    }),
    createRoute({
      operation: 'listFreezeCalendars',
      method: 'get',
      path: '/v1/freezes/calendars',
      admits: PEOPLE,
      audit: { eventId: 'freeze-calendar-list', severityLevel: 'low' },
      status: 200,
      handle: async ({ caller }) => ({
        items: await freezes.calendars({ caller }),
      }),
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
      operation: 'previewFreeze',
      method: 'post',
      path: '/v1/freezes/preview',
      admits: PEOPLE,
      audit: { eventId: 'freeze-preview', severityLevel: 'low' },
      status: 200,
      handle: ({ body, caller }) => freezes.preview(body, { caller }),
    }),
    createRoute({
      operation: 'importFreezes',
      method: 'post',
      path: '/v1/freezes/import',
      admits: PEOPLE,
      audit: { eventId: 'freeze-import', severityLevel: 'high' },
      status: 200,
      handle: ({ body, caller }) => freezes.import(body, { caller }),
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
      operation: 'getFreeze',
      method: 'get',
      path: '/v1/freezes/{id}',
      admits: EVERYBODY,
      audit: { eventId: 'freeze-get', severityLevel: 'low' },
      status: 200,
      handle: ({ path, caller }) => freezes.get(path.id, { caller }),
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
    createRoute({
      operation: 'askFreezeException',
      method: 'post',
      path: '/v1/freezes/{id}/exceptions',
      admits: PEOPLE,
      audit: { eventId: 'freeze-exception-ask', severityLevel: 'medium' },
      status: 201,
      handle: ({ path, body, caller }) =>
        freezes.askException(path.id, body, { caller }),
    }),
    createRoute({
      operation: 'approveFreezeException',
      method: 'post',
      path: '/v1/freezes/{id}/exceptions/{exceptionId}/approve',
      admits: PEOPLE,
      audit: { eventId: 'freeze-exception-approve', severityLevel: 'high' },
      status: 200,
      handle: ({ path, body, caller }) =>
        freezes.approveException(path.id, path.exceptionId, body, { caller }),
    }),
    createRoute({
      operation: 'endFreezeException',
      method: 'post',
      path: '/v1/freezes/{id}/exceptions/{exceptionId}/end',
      admits: PEOPLE,
      audit: { eventId: 'freeze-exception-end', severityLevel: 'high' },
      status: 200,
      handle: ({ path, body, caller }) =>
        freezes.endException(path.id, path.exceptionId, body, { caller }),
    }),
  ];
}
