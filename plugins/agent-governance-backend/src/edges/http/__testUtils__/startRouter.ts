import express from 'express';
import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { AgentStandingService } from '@agentgov/backstage-plugin-agent-governance-node';
import { createRouter } from '../createRouter';
import { stubServices } from './routeCases';

/**
 * The router with stub services, real request validation, and answers held against the contract.
 *
 * Compiling the contract takes a while: start one router for a file and `reset` it before each test.
 */
export function startRouter(
  options: { agentStanding?: AgentStandingService } = {},
) {
  const services = stubServices();
  const conditionIntake = { receive: jest.fn(), hear: jest.fn() };
  const event = { success: jest.fn(), fail: jest.fn() };
  const auditor = { createEvent: jest.fn().mockResolvedValue(event) };
  const logger = mockServices.logger.mock({ child: () => logger });
  const app = express();
  app.use(
    createRouter({
      services,
      conditionIntake,
      httpAuth: mockServices.httpAuth({
        defaultCredentials: mockCredentials.none(),
      }),
      agentStanding: options.agentStanding ?? {
        check: async agentRef =>
          ({ stands: true, agentRef } as Awaited<
            ReturnType<AgentStandingService['check']>
          >),
      },
      auditor,
      logger,
      limits: { inputBytes: 1024, contextValueBytes: 1024 },
      validateResponses: true,
    }),
  );
  app.use(mockErrorHandler());
  const reset = () => {
    jest.clearAllMocks();
    const fresh = stubServices();
    for (const [name, methods] of Object.entries(services)) {
      Object.assign(methods, fresh[name as keyof typeof fresh]);
    }
  };
  return { app, services, conditionIntake, auditor, event, logger, reset };
}
