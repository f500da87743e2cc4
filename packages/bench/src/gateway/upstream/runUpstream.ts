import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import {
  CallToolRequestSchema,
  ListToolsRequestSchema,
  Tool,
} from '@modelcontextprotocol/sdk/types.js';
import { UpstreamAnswer, UpstreamMessage } from './protocol';
import { callableTools, manyTools } from './upstreamTools';

/** Started in a process of its own: two MCP servers over streamable HTTP, as anybody writes them with the official SDK. */
const PAGE = 200;

let calls = 0;

function createMcpServer(tools: Tool[]): Server {
  const server = new Server(
    { name: 'bench-upstream', version: '1.0.0' },
    { capabilities: { tools: {} } },
  );
  server.setRequestHandler(ListToolsRequestSchema, async ({ params }) => {
    const from = Number(params?.cursor ?? 0);
    const to = from + PAGE;
    return {
      tools: tools.slice(from, to),
      ...(to < tools.length && { nextCursor: String(to) }),
    };
  });
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    calls++;
    const { service, note } = params.arguments ?? {};
    return {
      content: [{ type: 'text', text: `Restarted ${service}: ${note}` }],
    };
  });
  return server;
}

async function listen(tools: Tool[]): Promise<string> {
  const sessions = new Map<string, StreamableHTTPServerTransport>();
  const begin = async () => {
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: () => randomUUID(),
      enableJsonResponse: true,
      onsessioninitialized: id => {
        sessions.set(id, transport);
      },
    });
    await createMcpServer(tools).connect(transport);
    return transport;
  };
  const http = createServer(async (request, response) => {
    const id = request.headers['mcp-session-id'] as string | undefined;
    const transport = id === undefined ? await begin() : sessions.get(id);
    if (transport) {
      await transport.handleRequest(request, response);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>(resolve => {
    http.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}/mcp`;
}

async function answer(message: UpstreamMessage): Promise<UpstreamAnswer> {
  return {
    type: 'answer',
    calls,
    ...(message.name === 'start' && {
      urls: {
        callable: await listen(callableTools),
        many: await listen(manyTools(message.tools)),
      },
    }),
  };
}

process.on('message', (message: UpstreamMessage) => {
  answer(message).then(given => process.send!(given));
});
// gone with whoever started it
process.on('disconnect', () => process.exit());
