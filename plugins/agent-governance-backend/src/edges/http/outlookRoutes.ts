import { stringifyEntityRef } from '@backstage/catalog-model';
import { OutlookService } from '../../service/types';
import { EVERYBODY } from './admit';
import { createRoute, Route } from './Route';

/** What agents may do, before they ask. */
export function outlookRoutes(services: { outlooks: OutlookService }): Route[] {
  return [
    createRoute({
      operation: 'getOutlook',
      method: 'get',
      path: '/v1/outlooks/{kind}/{namespace}/{name}',
      admits: EVERYBODY,
      audit: { eventId: 'outlook-get', severityLevel: 'low' },
      status: 200,
      handle: ({ path, query, caller }) =>
        services.outlooks.get(stringifyEntityRef(path), {
          ...query,
          caller,
        }),
    }),
  ];
}
