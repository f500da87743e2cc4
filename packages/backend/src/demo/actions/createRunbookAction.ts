import { createGovernedAction } from '@agentgov/backstage-plugin-agent-governance-node';
import { DemoWorldClient } from './DemoWorldClient';
import { outsideName } from './outsideName';

/** Going through the runbook that belongs to a service. */
export function createRunbookAction(world: DemoWorldClient) {
  return createGovernedAction({
    id: 'runbooks:run',
    title: 'Run runbook',
    description: 'Goes through the failover runbook of a service, step by step',
    effectClass: 'keyed',
    targetKinds: ['component'],
    inputSchema: {
      type: 'object',
      additionalProperties: false,
      required: ['reason'],
      properties: {
        reason: {
          type: 'string',
          description: 'Why now',
          minLength: 1,
          maxLength: 500,
        },
      },
    },
    requiresContext: ['runbook'],
    tags: ['operations'],
    executor: {
      execute: async context =>
        world.post(
          '/runbooks/runs',
          {
            runbook: outsideName(context.target, 'acme.io/runbook-id'),
            environment: context.environment,
            reason: context.input.reason,
          },
          context,
        ),
    },
  });
}
