import {
  ActionExecutionContext,
  createGovernedAction,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { actionDefinition } from './action';

/** Never ends by itself: a worker with room for one execution carries this one out and starts no other. */
async function lastForever({ signal }: ActionExecutionContext): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

/** What the agents ask for: a change, so that every rule on changes is looked at. */
export const worldActions = [
  createGovernedAction({
    ...actionDefinition,
    description: 'Does nothing, for as long as it is allowed to',
    inputSchema: {
      type: 'object',
      required: ['version'],
      additionalProperties: false,
      properties: {
        version: { type: 'string', maxLength: 20 },
        replicas: { type: 'integer', minimum: 1, default: 2 },
      },
    },
    executor: { execute: lastForever },
  }),
];
