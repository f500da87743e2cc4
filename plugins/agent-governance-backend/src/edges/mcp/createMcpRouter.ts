import { randomUUID } from 'node:crypto';
import express, { Request, Response, json } from 'express';
import Router from 'express-promise-router';
import {
  AuditorService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  AgentOAuthService,
  AgentStandingService,
  RateLimit,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { AgentCaller } from '../../service/Caller';
import { identifyCaller } from '../http/identifyCaller';
import { CallsInFlight } from './CallsInFlight';
import { GatewayServices, createGatewayServer } from './createGatewayServer';
import { refuse, refuseBody } from './refuse';

/** Where the gateway is, under the plugin. */
export const MCP_PATH = '/mcp';
/** Around an input: names, `_meta`, and what the protocol says. */
const ENVELOPE_BYTES = 64 * 1024;

interface Options {
  services: GatewayServices;
  httpAuth: HttpAuthService;
  agentStanding: AgentStandingService;
  auditor: AuditorService;
  logger: LoggerService;
  limits: { inputBytes: number; callsPerMinute: number };
  /** Says to who shows no token that counts where agents sign in. */
  oauth: Pick<AgentOAuthService, 'challenge'>;
}

/**
 * The MCP door: streamable HTTP, each request for itself, for agents alone. People have pages, and services the HTTP door.
 */
export function createMcpRouter(options: Options): express.Router {
  const { limits } = options;
  const inFlight = CallsInFlight.create();
  const limit = RateLimit.create({
    burst: limits.callsPerMinute,
    perSecond: limits.callsPerMinute / 60,
  });
  const router = Router();
  router.post(
    MCP_PATH,
    async (request: Request, response: Response) => {
      const caller = await identifyAgent(request, response, options);
      response.locals.agent = caller;
      return caller ? 'next' : undefined;
    },
    json({ limit: limits.inputBytes + ENVELOPE_BYTES }),
    async (request: Request, response: Response) => {
      await answer(request, response, { ...options, inFlight, limit });
    },
    refuseBody,
  );
  // nothing is pushed, and there is no session to end
  router.all(MCP_PATH, async (_request, response) => {
    response.set('Allow', 'POST');
    refuse(response, 405, 'Method not allowed: the gateway takes POST');
  });
  return router;
}

async function identifyAgent(
  request: Request,
  response: Response,
  options: Options,
): Promise<AgentCaller | undefined> {
  try {
    const caller = await identifyCaller(request, options);
    if (caller.kind === 'agent') {
      return caller;
    }
    refuse(
      response,
      403,
      caller.kind === 'person'
        ? 'The gateway is for agents. A person’s token is never an agent’s: let the agent sign in as itself'
        : 'The gateway is for agents, and a service is none',
    );
  } catch (error) {
    const status = statusOf(error);
    if (status === 401) {
      const hasToken = request.get('authorization') !== undefined;
      response.set(
        'WWW-Authenticate',
        await options.oauth.challenge(
          hasToken ? { error: 'invalid_token' } : {},
        ),
      );
    }
    refuse(
      response,
      status,
      status === 503
        ? 'Who is asking could not be checked just now'
        : `Sign in as an agent: ${
            error instanceof Error ? error.message : 'nobody is asking'
          }`,
    );
  }
  return undefined;
}

function statusOf(error: unknown): number {
  switch (error instanceof Error ? error.name : '') {
    case 'AuthenticationError':
      return 401;
    case 'NotAllowedError':
      return 403;
    default:
      return 503;
  }
}

async function answer(
  request: Request,
  response: Response,
  options: Options & { inFlight: CallsInFlight; limit: RateLimit },
): Promise<void> {
  const { inFlight } = options;
  const caller: AgentCaller = response.locals.agent;
  const sessionId = request.get('mcp-session-id');
  for (const message of [request.body].flat()) {
    if (message?.method === 'initialize') {
      response.set('Mcp-Session-Id', randomUUID());
    }
    if (message?.method === 'notifications/cancelled') {
      inFlight.cancel({
        agentRef: caller.ref,
        sessionId,
        requestId: message.params?.requestId,
      });
    }
  }
  const server = createGatewayServer({
    ...options,
    caller,
    hangUp: untilHangUp(response),
    request,
  });
  const transport = new StreamableHTTPServerTransport({
    sessionIdGenerator: undefined,
    enableJsonResponse: true,
  });
  response.once('close', () => {
    server.close().catch(() => {});
  });
  await server.connect(transport);
  await transport.handleRequest(request, response, request.body);
}

function untilHangUp(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) {
      controller.abort(new Error('The client hung up'));
    }
  });
  return controller.signal;
}
