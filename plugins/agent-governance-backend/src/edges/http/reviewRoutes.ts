import { ActionRequestService } from '../../service/types';
import { PEOPLE } from './admit';
import { createRoute, Route } from './Route';

/** What a person is shown, how they vote on it, and what they find out. */
export function reviewRoutes(services: {
  actionRequests: ActionRequestService;
}): Route[] {
  const { actionRequests } = services;
  return [
    createRoute({
      operation: 'getReviewPresentation',
      method: 'get',
      path: '/v1/action-requests/{id}/review-view',
      admits: PEOPLE,
      audit: { eventId: 'review-present', severityLevel: 'low' },
      status: 200,
      handle: ({ path, caller }) => actionRequests.present(path.id, { caller }),
    }),
    createRoute({
      operation: 'submitReview',
      method: 'post',
      path: '/v1/action-requests/{id}/reviews',
      admits: PEOPLE,
      audit: { eventId: 'review-submit', severityLevel: 'high' },
      status: 201,
      handle: ({ path, body, caller }) =>
        actionRequests.review(path.id, body, { caller }),
    }),
    createRoute({
      operation: 'reconcileActionRequest',
      method: 'post',
      path: '/v1/action-requests/{id}/reconcile',
      admits: PEOPLE,
      audit: { eventId: 'action-request-reconcile', severityLevel: 'high' },
      status: 200,
      handle: ({ path, body, caller }) =>
        actionRequests.reconcile(path.id, body, { caller }),
    }),
  ];
}
