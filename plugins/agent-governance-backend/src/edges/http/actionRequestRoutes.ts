import { ActionCallService, ActionRequestService } from '../../service/types';
import { AGENTS, EVERYBODY } from './admit';
import { createRoute, Route } from './Route';

/** Asking, looking, waiting, taking back, saying what was seen. */
export function actionRequestRoutes(services: {
  actionCalls: ActionCallService;
  actionRequests: ActionRequestService;
}): Route[] {
  const { actionCalls, actionRequests } = services;
  return [
    createRoute({
      operation: 'createActionRequest',
      method: 'post',
      path: '/v1/action-requests',
      admits: AGENTS,
      audit: { eventId: 'action-request-create', severityLevel: 'medium' },
      status: 201,
      handle: ({ body, header, caller }) =>
        actionRequests.create(body, {
          caller,
          idempotencyKey: header('Idempotency-Key'),
        }),
    }),
    createRoute({
      operation: 'callAction',
      method: 'post',
      path: '/v1/action-calls',
      admits: AGENTS,
      audit: { eventId: 'action-call', severityLevel: 'medium' },
      status: 200,
      handle: ({ body, caller, signal }) =>
        actionCalls.call(body, { caller, signal }),
    }),
    createRoute({
      operation: 'listActionRequests',
      method: 'get',
      path: '/v1/action-requests',
      admits: EVERYBODY,
      audit: { eventId: 'action-request-list', severityLevel: 'low' },
      status: 200,
      handle: ({ query, caller }) => actionRequests.list(query, { caller }),
    }),
    createRoute({
      operation: 'getActionRequest',
      method: 'get',
      path: '/v1/action-requests/{id}',
      admits: EVERYBODY,
      audit: { eventId: 'action-request-get', severityLevel: 'low' },
      status: 200,
      handle: ({ path, query, caller, signal }) =>
        actionRequests.get(path.id, { ...query, caller, signal }),
    }),
    createRoute({
      operation: 'withdrawActionRequest',
      method: 'post',
      path: '/v1/action-requests/{id}/withdraw',
      admits: AGENTS,
      audit: { eventId: 'action-request-withdraw', severityLevel: 'medium' },
      status: 200,
      handle: ({ path, caller }) =>
        actionRequests.withdraw(path.id, { caller }),
    }),
    createRoute({
      operation: 'reportOutcome',
      method: 'post',
      path: '/v1/action-requests/{id}/outcome',
      admits: AGENTS,
      audit: { eventId: 'outcome-report', severityLevel: 'medium' },
      status: 200,
      handle: ({ path, body, caller }) =>
        actionRequests.report(path.id, body, { caller }),
    }),
    createRoute({
      operation: 'explainActionRequest',
      method: 'get',
      path: '/v1/action-requests/{id}/explanation',
      admits: EVERYBODY,
      audit: { eventId: 'action-request-explain', severityLevel: 'low' },
      status: 200,
      handle: ({ path, caller }) => actionRequests.explain(path.id, { caller }),
    }),
    createRoute({
      operation: 'listActions',
      method: 'get',
      path: '/v1/actions',
      admits: EVERYBODY,
      audit: { eventId: 'action-list', severityLevel: 'low' },
      status: 200,
      handle: async ({ caller }) => ({
        items: await actionRequests.listActions({ caller }),
      }),
    }),
  ];
}
