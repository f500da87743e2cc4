import { createGovernedAction } from '@agentgov/backstage-plugin-agent-governance-node';
import { actionDefinition } from './action';

/** The same change as in {@link worldActions}, carried out by an outside system that keeps idempotency keys. */
export function createOutsideAction(url: string) {
  return createGovernedAction({
    ...actionDefinition,
    description: 'Asks the outside system, under the key of the execution',
    inputSchema: {
      type: 'object',
      required: ['version'],
      additionalProperties: false,
      properties: { version: { type: 'string', maxLength: 20 } },
    },
    executor: {
      execute: async ({ idempotencyKey, target, signal }) => {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'idempotency-key': idempotencyKey },
          body: target.ref,
          signal,
        });
        if (!response.ok) {
          throw new Error(`The outside system answered ${response.status}`);
        }
        return { output: { done: true } };
      },
    },
  });
}
