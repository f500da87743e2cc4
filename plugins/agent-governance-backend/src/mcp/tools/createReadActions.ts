import {
  ExecutionFailedError,
  GovernedAction,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';
import { McpServerConfig } from '../../GovernanceConfig';
import { UpstreamError } from '../upstream/UpstreamError';
import { UpstreamServer } from '../upstream/UpstreamServer';
import { toolActionId } from './createToolAction';

/** Names that tools cannot have: reading resources and prompts of a server are actions, too. */
export const READ_ACTIONS = {
  resource: 'resources.read',
  prompt: 'prompts.get',
} as const;

/** Reading what a server holds besides tools: by policy, as every read. */
export function createReadActions(options: {
  server: McpServerConfig;
  owner?: string;
  upstream: Pick<UpstreamServer, 'request'>;
}): GovernedAction[] {
  const { server } = options;
  return [
    createRead(options, {
      name: READ_ACTIONS.resource,
      title: `Read a resource of ${server.id}`,
      method: 'resources/read',
      inputSchema: {
        type: 'object',
        required: ['uri'],
        additionalProperties: false,
        properties: { uri: { type: 'string', maxLength: 2_000 } },
      },
    }),
    createRead(options, {
      name: READ_ACTIONS.prompt,
      title: `Get a prompt of ${server.id}`,
      method: 'prompts/get',
      inputSchema: {
        type: 'object',
        required: ['name'],
        additionalProperties: false,
        properties: {
          name: { type: 'string', maxLength: 200 },
          arguments: {
            type: 'object',
            additionalProperties: { type: 'string' },
          },
        },
      },
    }),
  ];
}

function createRead(
  { server, owner, upstream }: Parameters<typeof createReadActions>[0],
  read: {
    name: string;
    title: string;
    method: string;
    inputSchema: JsonObject;
  },
): GovernedAction {
  return {
    id: toolActionId(server.id, read.name),
    title: read.title,
    description: `Reads from the MCP server ${server.id}; changes nothing.`,
    effectClass: 'read',
    targetKinds: ['api'],
    inputSchema: read.inputSchema,
    tags: ['mcp-read'],
    ...(owner !== undefined && { owner }),
    resolve: () => ({
      target: server.entityRef,
      environment: server.environment,
    }),
    executor: {
      execute: async ({ input, signal }) => {
        try {
          return {
            output: await upstream.request(
              { method: read.method, params: input },
              { signal },
            ),
          };
        } catch (error) {
          // it only reads, so whatever went wrong did nothing
          throw error instanceof UpstreamError
            ? new ExecutionFailedError(error.message, error)
            : error;
        }
      },
    },
  };
}
