import { createGovernedAction } from '@agentgov/backstage-plugin-agent-governance-node';
import { DemoWorldClient } from './DemoWorldClient';
import { outsideName } from './outsideName';

/** Writing to somebody outside the company; nothing takes that back. */
export function createTicketAction(world: DemoWorldClient) {
  return createGovernedAction({
    id: 'tickets:escalate-to-partner',
    title: 'Escalate to partner',
    description:
      'Passes a ticket on to a partner, in the words of the partner template',
    effectClass: 'keyed',
    targetKinds: ['resource'],
    inputSchema: {
      type: 'object',
      additionalProperties: false,
      required: ['ticket', 'message'],
      properties: {
        ticket: {
          type: 'string',
          description: 'Number of the ticket',
          minLength: 1,
          maxLength: 64,
        },
        message: {
          type: 'string',
          description: 'What the partner is told',
          minLength: 1,
          maxLength: 2000,
        },
      },
    },
    requiresContext: ['partner-template'],
    tags: ['external-communication'],
    executor: {
      execute: async context =>
        world.post(
          '/partner/escalations',
          {
            partner: outsideName(context.target, 'acme.io/partner-id'),
            environment: context.environment,
            ticket: context.input.ticket,
            message: context.input.message,
          },
          context,
        ),
    },
  });
}
