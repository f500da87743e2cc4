import { createGovernedAction } from '@agentgov/backstage-plugin-agent-governance-node';

/** What the agents ask for: a change, so that every rule on changes is looked at. It does nothing. */
export const worldActions = [
  createGovernedAction({
    id: 'services:restart',
    title: 'Restart a service',
    description: 'Does nothing, and says so',
    effectClass: 'keyed',
    targetKinds: ['component'],
    inputSchema: {
      type: 'object',
      required: ['version'],
      additionalProperties: false,
      properties: {
        version: { type: 'string', maxLength: 20 },
        replicas: { type: 'integer', minimum: 1, default: 2 },
      },
    },
    executor: { execute: async () => ({ output: {} }) },
  }),
];
