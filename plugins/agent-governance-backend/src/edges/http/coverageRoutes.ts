import { CoverageService } from '../../service/types';
import { PEOPLE } from './admit';
import { createRoute, Route } from './Route';

/** What is open to agents, and what nobody watches. */
export function coverageRoutes(services: {
  coverage: CoverageService;
}): Route[] {
  return [
    createRoute({
      operation: 'getCoverage',
      method: 'get',
      path: '/v1/coverage',
      admits: PEOPLE,
      audit: { eventId: 'coverage-get', severityLevel: 'low' },
      status: 200,
      handle: ({ caller }) => services.coverage.get({ caller }),
    }),
  ];
}
