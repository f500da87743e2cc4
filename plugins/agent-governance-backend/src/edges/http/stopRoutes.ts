import { StopService } from '../../service/types';
import { EVERYBODY, PEOPLE } from './admit';
import { createRoute, Route } from './Route';

/** Brakes that people pull, and release together. */
export function stopRoutes(services: { stops: StopService }): Route[] {
  const { stops } = services;
  return [
    createRoute({
      operation: 'listStops',
      method: 'get',
      path: '/v1/stops',
      admits: EVERYBODY,
      audit: { eventId: 'stop-list', severityLevel: 'low' },
      status: 200,
      handle: ({ query, caller }) => stops.list(query, { caller }),
    }),
    createRoute({
      operation: 'pullStop',
      method: 'post',
      path: '/v1/stops',
      admits: PEOPLE,
      audit: { eventId: 'stop-pull', severityLevel: 'high' },
      status: 200,
      handle: ({ body, caller }) => stops.pull(body, { caller }),
    }),
    createRoute({
      operation: 'previewStop',
      method: 'get',
      path: '/v1/stops/preview',
      admits: PEOPLE,
      audit: { eventId: 'stop-preview', severityLevel: 'low' },
      status: 200,
      handle: ({ query, caller }) => stops.preview(query, { caller }),
    }),
    createRoute({
      operation: 'getStop',
      method: 'get',
      path: '/v1/stops/{id}',
      admits: PEOPLE,
      audit: { eventId: 'stop-read', severityLevel: 'low' },
      status: 200,
      handle: ({ path, caller }) => stops.get(path.id, { caller }),
    }),
    createRoute({
      operation: 'releaseStop',
      method: 'post',
      path: '/v1/stops/{id}/release',
      admits: PEOPLE,
      audit: { eventId: 'stop-release', severityLevel: 'high' },
      status: 200,
      handle: ({ path, body, caller }) =>
        stops.release(path.id, body, { caller }),
    }),
  ];
}
