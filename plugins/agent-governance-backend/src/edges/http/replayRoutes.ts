import { ReplayService } from '../../service/types';
import { PEOPLE } from './admit';
import { createRoute, Route } from './Route';

/** Trying drafts of policies on what agents asked for. */
export function replayRoutes(services: { replays: ReplayService }): Route[] {
  const { replays } = services;
  return [
    createRoute({
      operation: 'listReplays',
      method: 'get',
      path: '/v1/replays',
      admits: PEOPLE,
      audit: { eventId: 'replay-list', severityLevel: 'low' },
      status: 200,
      handle: ({ query, caller }) => replays.list(query ?? {}, { caller }),
    }),
    createRoute({
      operation: 'startReplay',
      method: 'post',
      path: '/v1/replays',
      admits: PEOPLE,
      audit: { eventId: 'replay-start', severityLevel: 'medium' },
      status: 201,
      handle: ({ body, caller }) => replays.start(body, { caller }),
    }),
    createRoute({
      operation: 'getReplay',
      method: 'get',
      path: '/v1/replays/{id}',
      admits: PEOPLE,
      audit: { eventId: 'replay-get', severityLevel: 'low' },
      status: 200,
      handle: ({ path, query, caller, signal }) =>
        replays.get(path.id, { ...query, caller, signal }),
    }),
    createRoute({
      operation: 'cancelReplay',
      method: 'post',
      path: '/v1/replays/{id}/cancel',
      admits: PEOPLE,
      audit: { eventId: 'replay-cancel', severityLevel: 'medium' },
      status: 200,
      handle: ({ path, caller }) => replays.cancel(path.id, { caller }),
    }),
    createRoute({
      operation: 'listReplayFlips',
      method: 'get',
      path: '/v1/replays/{id}/flips',
      admits: PEOPLE,
      audit: { eventId: 'replay-flips', severityLevel: 'low' },
      status: 200,
      handle: ({ path, query, caller }) =>
        replays.listFlips(path.id, query ?? {}, { caller }),
    }),
    createRoute({
      operation: 'getReplayMarkdown',
      method: 'get',
      path: '/v1/replays/{id}/report.md',
      admits: PEOPLE,
      audit: { eventId: 'replay-report', severityLevel: 'low' },
      status: 200,
      type: 'text/markdown',
      handle: ({ path, caller }) => replays.markdown(path.id, { caller }),
    }),
  ];
}
