import { Request } from 'express';
import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';
import { RateLimit } from '@agentgov/backstage-plugin-agent-governance-node';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListResourcesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { ActionCallService } from '../../service/calls/ActionCallService';
import { AgentCaller } from '../../service/Caller';
import { McpHoldings } from '../../service/mcp/McpHoldings';
import { ActionOffers } from '../../service/offers/ActionOffers';
import { ActionRequestService } from '../../service/types';
import { audited } from '../http/audited';
import { callTool } from './callTool';
import { CallsInFlight } from './CallsInFlight';
import {
  fromGatewayPrompt,
  fromGatewayUri,
  listHoldings,
  readHolding,
  toGatewayUri,
} from './holdings';
import { toTool } from './listTools';
import { REQUEST_TOOLS, callRequestTool } from './requestTools/requestTools';
import { sayError, toToolError } from './toToolError';
import { tooManyCalls } from './tooManyCalls';

/** What the gateway hands requests on to: authorized services, and never the plain ones. */
export interface GatewayServices {
  calls: ActionCallService;
  requests: Pick<ActionRequestService, 'get' | 'withdraw'>;
  offers: ActionOffers;
  holdings: McpHoldings;
}

interface Options {
  services: GatewayServices;
  caller: AgentCaller;
  inFlight: CallsInFlight;
  limit: RateLimit;
  /** Aborted when the client hangs up. */
  hangUp: AbortSignal;
  request: Request;
  auditor: AuditorService;
  logger: LoggerService;
}

const INSTRUCTIONS =
  'Every tool here is governed: a call is decided before anything happens, and may be held for people or denied. ' +
  'The answer then is an error that says why, and what would unblock it. A tool that is listed can still be denied.';

/** The gateway as one agent sees it, for the length of one request. */
export function createGatewayServer(options: Options): Server {
  const hasHoldings = options.services.holdings.servers().length > 0;
  const server = new Server(
    { name: 'backstage-agent-governance', version: '0.1.0' },
    {
      capabilities: {
        tools: {},
        ...(hasHoldings && { resources: {}, prompts: {} }),
      },
      instructions: INSTRUCTIONS,
    },
  );
  handleTools(server, options);
  if (hasHoldings) {
    handleResources(server, options);
    handlePrompts(server, options);
  }
  return server;
}

function handleTools(server: Server, options: Options): void {
  const { services, caller, inFlight, logger } = options;
  const { calls, offers, requests } = services;
  server.setRequestHandler(ListToolsRequestSchema, () =>
    noted('mcp-tools-list', options, async () => {
      const offered = (await offers.list({ caller })).filter(
        ({ readsHolding }) => !readsHolding,
      );
      const environments = offers.environments();
      return {
        tools: [
          ...REQUEST_TOOLS,
          ...offered.map(action => toTool(action, environments)),
        ],
      };
    }),
  );
  // Not by `setRequestHandler`, which would take out of results what this version of the protocol does not know.
  server.fallbackRequestHandler = async (request, extra) => {
    if (request.method !== 'tools/call') {
      throw new McpError(ErrorCode.MethodNotFound, 'Method not found');
    }
    const parsed = CallToolRequestSchema.safeParse(request);
    if (!parsed.success) {
      throw new McpError(ErrorCode.InvalidParams, 'This is no call of a tool');
    }
    const { params } = parsed.data;
    if (params.task) {
      throw new McpError(
        ErrorCode.InvalidParams,
        'The gateway has no tasks: a held call says how to wait for it',
      );
    }
    const way = inFlight.begin({
      agentRef: caller.ref,
      sessionId: options.request.get('mcp-session-id'),
      requestId: extra.requestId,
    });
    const signal = AbortSignal.any([options.hangUp, way.signal, extra.signal]);
    try {
      return await noted(
        'mcp-tool-call',
        options,
        async () => {
          const own = await callRequestTool(params.name, params.arguments, {
            requests,
            caller,
            signal,
          });
          if (own) {
            return own;
          }
          return options.limit.admits(caller.ref)
            ? callTool(params, { calls, offers, caller, signal })
            : tooManyCalls();
        },
        { tool: params.name },
      );
    } catch (error) {
      return toToolError(error, { logger });
    } finally {
      way.end();
    }
  };
}

function handleResources(server: Server, options: Options): void {
  const list = (holding: 'resources' | 'resourceTemplates') =>
    noted(`mcp-resources-list`, options, () =>
      listHoldings(holding, 'resources.read', {
        ...options.services,
        caller: options.caller,
      }),
    );
  server.setRequestHandler(ListResourcesRequestSchema, async () => ({
    resources: (await list('resources')).map(
      ({ serverId, ...item }) =>
        ({
          ...item,
          uri: toGatewayUri(serverId, String(item.uri)),
        } as any),
    ),
  }));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, async () => ({
    resourceTemplates: (await list('resourceTemplates')).map(
      ({ serverId, ...item }) =>
        ({
          ...item,
          uriTemplate: toGatewayUri(serverId, String(item.uriTemplate)),
        } as any),
    ),
  }));
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
    } as any;
  });
}

function handlePrompts(server: Server, options: Options): void {
  server.setRequestHandler(ListPromptsRequestSchema, () =>
    noted('mcp-prompts-list', options, async () => ({
      prompts: (
        await listHoldings('prompts', 'prompts.get', {
          ...options.services,
          caller: options.caller,
        })
      ).map(
        ({ serverId, ...item }) =>
          ({ ...item, name: `mcp-${serverId}.${item.name}` } as any),
      ),
    })),
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
    )) as any;
  });
}

/** A read of what a server holds, as every other call: limited, noted, and with errors that agents may see. */
async function read(
  asked: { action: string; input: JsonObject },
  meta: Record<string, unknown> | undefined,
  options: Options,
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

function noted<T>(
  eventId: string,
  { auditor, logger, request }: Options,
  handle: () => Promise<T>,
  meta?: JsonObject,
): Promise<T> {
  return audited(
    { auditor, logger, request, eventId, severityLevel: 'low', meta },
    handle,
  );
}
