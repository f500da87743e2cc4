import { SimulationService } from '../../service/types';
import { PEOPLE } from './admit';
import { createRoute, Route } from './Route';

/** Trying out what would be decided. */
export function simulationRoutes(services: {
  simulations: SimulationService;
}): Route[] {
  return [
    createRoute({
      operation: 'simulate',
      method: 'post',
      path: '/v1/simulations',
      admits: PEOPLE,
      audit: { eventId: 'policy-simulate', severityLevel: 'low' },
      status: 200,
      handle: ({ body, caller, signal }) =>
        services.simulations.simulate(body, { caller, signal }),
    }),
  ];
}
