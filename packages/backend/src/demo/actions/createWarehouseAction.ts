import { createGovernedAction } from '@agentgov/backstage-plugin-agent-governance-node';
import { DemoWorldClient } from './DemoWorldClient';
import { outsideName } from './outsideName';

/** Reading from the warehouse, by agents that looked at the data class first. */
export function createWarehouseAction(world: DemoWorldClient) {
  return createGovernedAction({
    id: 'warehouse:query',
    title: 'Query dataset',
    description: 'Asks a dataset of the warehouse a question',
    effectClass: 'read',
    targetKinds: ['resource'],
    inputSchema: {
      type: 'object',
      additionalProperties: false,
      required: ['question'],
      properties: {
        question: {
          type: 'string',
          description: 'The question, in plain words',
          minLength: 1,
          maxLength: 2000,
        },
      },
    },
    requiresContext: ['data-class'],
    quotesContext: true,
    tags: ['data'],
    executor: {
      execute: async context =>
        world.post(
          '/warehouse/queries',
          {
            dataset: outsideName(context.target, 'acme.io/dataset-id'),
            question: context.input.question,
          },
          context,
        ),
    },
  });
}
