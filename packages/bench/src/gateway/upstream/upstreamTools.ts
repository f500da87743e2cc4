import type { Tool } from '@modelcontextprotocol/sdk/types.js';

/** What both sides of the measurement call: says what it was given. */
export const RESTART = 'restart';
/** The same for production, where people have to look first. */
export const RESTART_IN_PRODUCTION = 'restart_in_production';

const restartSchema: Tool['inputSchema'] = {
  type: 'object',
  required: ['service', 'note'],
  additionalProperties: false,
  properties: {
    service: { type: 'string', description: 'Entity ref of the service' },
    note: { type: 'string', description: 'Why, in words', maxLength: 200 },
  },
};

/** The tools that are called. */
export const callableTools: Tool[] = [RESTART, RESTART_IN_PRODUCTION].map(
  name => ({
    name,
    title: 'Restart a service',
    description: 'Restarts one service, and says that it did.',
    inputSchema: restartSchema,
  }),
);

/** So many tools of the usual size, that are only listed. */
export function manyTools(count: number): Tool[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `look_up_${index}`,
    title: `Look something up, number ${index}`,
    description: `Looks up records of sort ${index} by their name, and says what is known of each: who answers for it, since when, and where it is described.`,
    inputSchema: {
      type: 'object' as const,
      required: ['name'],
      additionalProperties: false,
      properties: {
        name: { type: 'string', description: 'Part of the name', minLength: 1 },
        since: { type: 'string', description: 'Date from which, ISO 8601' },
        limit: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
        order: { type: 'string', enum: ['name', 'newest', 'oldest'] },
      },
    },
  }));
}
