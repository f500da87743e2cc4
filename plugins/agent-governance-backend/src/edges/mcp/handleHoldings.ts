import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  ErrorCode,
  GetPromptRequestSchema,
  GetPromptResult,
  ListPromptsRequestSchema,
  ListPromptsResult,
  ListResourceTemplatesRequestSchema,
  ListResourceTemplatesResult,
  ListResourcesRequestSchema,
  ListResourcesResult,
  McpError,
  ReadResourceRequestSchema,
  ReadResourceResult,
} from '@modelcontextprotocol/sdk/types.js';
import type { GatewayRequest } from './createGatewayServer';
import {
  fromGatewayPrompt,
  fromGatewayUri,
  listHoldings,
  readHolding,
  toGatewayUri,
} from './holdings';
import { noted } from './noted';
import { sayError } from './toToolError';

/**
 * Resources and prompts of servers behind the gateway, under names that say whose they are. What servers answer is handed
 * on as it is: the casts say only that the protocol's client has to make of it what it can.
 */
export function handleHoldings(server: Server, options: GatewayRequest): void {
  handleResources(server, options);
  handlePrompts(server, options);
}

function handleResources(server: Server, options: GatewayRequest): void {
  const list = (holding: 'resources' | 'resourceTemplates') =>
    noted('mcp-resources-list', options, () =>
      listHoldings(holding, 'resources.read', {
        ...options.services,
        caller: options.caller,
      }),
    );
  server.setRequestHandler(
    ListResourcesRequestSchema,
    async () =>
      ({
        resources: (await list('resources')).map(({ serverId, ...item }) => ({
          ...item,
          uri: toGatewayUri(serverId, String(item.uri)),
        })),
      } as unknown as ListResourcesResult),
  );
  server.setRequestHandler(
    ListResourceTemplatesRequestSchema,
    async () =>
      ({
        resourceTemplates: (await list('resourceTemplates')).map(
          ({ serverId, ...item }) => ({
            ...item,
            uriTemplate: toGatewayUri(serverId, String(item.uriTemplate)),
          }),
        ),
      } as unknown as ListResourceTemplatesResult),
  );
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params }) => {
    const { holdings } = options.services;
    const found = fromGatewayUri(params.uri, holdings.servers());
    if (!found) {
      throw new McpError(ErrorCode.InvalidParams, 'There is no such resource');
    }
    const { serverId, uri } = found;
    const answer = await read(
      { action: `mcp-${serverId}:resources.read`, input: { uri } },
      params._meta,
      options,
    );
    const contents = (answer.contents ?? []) as JsonObject[];
    return {
      ...answer,
      contents: contents.map(part => ({
        ...part,
        uri: toGatewayUri(serverId, String(part.uri)),
      })),
    } as unknown as ReadResourceResult;
  });
}

function handlePrompts(server: Server, options: GatewayRequest): void {
  server.setRequestHandler(ListPromptsRequestSchema, () =>
    noted('mcp-prompts-list', options, async () => {
      const prompts = await listHoldings('prompts', 'prompts.get', {
        ...options.services,
        caller: options.caller,
      });
      return {
        prompts: prompts.map(({ serverId, ...item }) => ({
          ...item,
          name: `mcp-${serverId}.${item.name}`,
        })),
      } as unknown as ListPromptsResult;
    }),
  );
  server.setRequestHandler(GetPromptRequestSchema, async ({ params }) => {
    const { holdings } = options.services;
    const found = fromGatewayPrompt(params.name, holdings.servers());
    if (!found) {
      throw new McpError(ErrorCode.InvalidParams, 'There is no such prompt');
    }
    const { serverId, name } = found;
    return (await read(
      {
        action: `mcp-${serverId}:prompts.get`,
        input: {
          name,
          ...(params.arguments && { arguments: params.arguments }),
        },
      },
      params._meta,
      options,
    )) as unknown as GetPromptResult;
  });
}

/** A read of what a server holds, as every other call: limited, noted, and with errors that agents may see. */
async function read(
  asked: { action: string; input: JsonObject },
  meta: Record<string, unknown> | undefined,
  options: GatewayRequest,
): Promise<JsonObject> {
  const { caller, hangUp, limit, logger, services } = options;
  if (!limit.admits(caller.ref)) {
    throw new McpError(
      ErrorCode.InvalidRequest,
      'Too many calls: wait a while',
    );
  }
  try {
    return await noted(
      'mcp-read',
      options,
      () =>
        readHolding(
          { ...asked, meta },
          { calls: services.calls, caller, signal: hangUp },
        ),
      { action: asked.action },
    );
  } catch (error) {
    if (error instanceof McpError) {
      throw error;
    }
    throw new McpError(
      ErrorCode.InvalidRequest,
      sayError(error, { logger }).message,
    );
  }
}
