import { Request } from 'express';
import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { RateLimit } from '@agentgov/backstage-plugin-agent-governance-node';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
} from '@modelcontextprotocol/sdk/types.js';
import { ActionCallService } from '../../service/calls/ActionCallService';
import { AgentCaller } from '../../service/Caller';
import { McpHoldings } from '../../service/mcp/McpHoldings';
import { ActionOffers } from '../../service/offers/ActionOffers';
import { ActionRequestService } from '../../service/types';
import { callTool } from './callTool';
import { CallsInFlight } from './CallsInFlight';
import { handleHoldings } from './handleHoldings';
import { toTool } from './listTools';
import { REQUEST_TOOLS, callRequestTool } from './requestTools/requestTools';
import { toToolError } from './toToolError';
import { noted } from './noted';
import { tooManyCalls } from './tooManyCalls';

/** What the gateway hands requests on to: authorized services, and never the plain ones. */
export interface GatewayServices {
  calls: ActionCallService;
  requests: Pick<ActionRequestService, 'get' | 'withdraw'>;
  offers: ActionOffers;
  holdings: McpHoldings;
}

/** One request of one agent. */
export interface GatewayRequest {
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
export function createGatewayServer(options: GatewayRequest): Server {
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
    handleHoldings(server, options);
  }
  return server;
}

function handleTools(server: Server, options: GatewayRequest): void {
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
