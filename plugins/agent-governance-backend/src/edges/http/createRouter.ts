import express, { Response } from 'express';
import Router from 'express-promise-router';
import {
  AuditorService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { AgentStandingService } from '@agentgov/backstage-plugin-agent-governance-node';
import { Caller } from '../../service/Caller';
import { ConditionIntake } from '../../service/types';
import { spec } from '../../schema/generated/spec';
import { admit } from './admit';
import { audited } from './audited';
import { createRoutes, RouteServices } from './createRoutes';
import { identifyCaller } from './identifyCaller';
import { parseBodies } from './parseBodies';
import { receiveConditionReports } from './receiveConditionReports';
import { Route } from './Route';
import { toPublicError } from './toPublicError';
import { validateRequests } from './validateRequests';

export interface RouterOptions {
  /** Authorized ones; a route never decides who may see what. */
  services: RouteServices;
  /** Not behind the identification of callers: it knows its own by their secrets. */
  conditionIntake: ConditionIntake;
  httpAuth: HttpAuthService;
  agentStanding: AgentStandingService;
  auditor: AuditorService;
  logger: LoggerService;
  limits: { inputBytes: number; contextValueBytes: number };
  /** Holds answers against the contract as well, and fails those that do not fit. Off when absent. */
  validateResponses?: boolean;
}

/**
 * The HTTP door. Every request goes the same way: who is asking, does it fit the contract, may this kind of caller
 * ask at all; then, inside one audit event, the service.
 */
export function createRouter(options: RouterOptions): express.Router {
  const { services, limits, logger, validateResponses = false } = options;
  const router = Router();

  router.use(
    receiveConditionReports({ ...options, intake: options.conditionIntake }),
  );
  router.use(async (request, response) => {
    response.locals.caller = await identifyCaller(request, options);
    return 'next';
  });
  router.get('/openapi.json', async (_request, response) => {
    response.json(spec);
  });
  router.use(...parseBodies(limits));
  router.use(...validateRequests({ responses: validateResponses }));
  for (const route of createRoutes(services)) {
    mount(router, route, options);
  }
  router.use(toPublicError({ logger }));
  return router;
}

function mount(
  router: express.Router,
  route: Route,
  options: Pick<RouterOptions, 'auditor' | 'logger'>,
): void {
  const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1');
  router[route.method](path, async (request, response) => {
    const caller: Caller = response.locals.caller;
    const answer = await audited(
      { ...options, ...route.audit, request },
      async () => {
        admit(caller, route.admits);
        return route.handle({
          caller,
          path: request.params,
          query: request.query,
          header: name => request.get(name),
          body: request.body,
          signal: untilHangUp(response),
        });
      },
    );
    response.status(route.status);
    if (route.type) {
      response.type(route.type).send(answer);
    } else {
      response.json(answer);
    }
  });
}

function untilHangUp(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) {
      controller.abort();
    }
  });
  return controller.signal;
}
