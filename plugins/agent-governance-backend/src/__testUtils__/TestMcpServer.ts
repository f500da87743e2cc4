import { randomUUID } from 'node:crypto';
import { IncomingMessage, Server as HttpServer, createServer } from 'node:http';
import { AddressInfo, Socket } from 'node:net';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import {
  CallToolRequestSchema,
  ListToolsRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';

/** A tool of the test's server, and what it does. */
export interface TestTool {
  definition: JsonObject & { name: string };
  call(
    args: JsonObject,
    context: { signal: AbortSignal; die(): void; meta: JsonObject },
  ): Promise<JsonObject>;
}

/** A real MCP server over streamable HTTP whose tools a test can let misbehave. */
export class TestMcpServer {
  readonly calls: Array<{ tool: string; args: JsonObject; meta: JsonObject }> =
    [];
  /** Of the latest request. */
  headers: IncomingMessage['headers'] = {};
  tools: TestTool[];
  /** How many tools it lists on one page. */
  pageSize = 100;
  readonly #http: HttpServer;
  readonly #sockets = new Set<Socket>();
  readonly #sessions = new Map<
    string,
    { server: Server; transport: StreamableHTTPServerTransport }
  >();

  static async start(tools: TestTool[]): Promise<TestMcpServer> {
    const server = new TestMcpServer(tools);
    await server.listen(0);
    return server;
  }

  private constructor(tools: TestTool[]) {
    this.tools = tools;
    this.#http = createServer((request, response) => {
      this.headers = request.headers;
      this.#handle(request)
        .then(async transport => {
          if (transport) {
            await transport.handleRequest(request, response);
          } else {
            response.writeHead(404).end();
          }
        })
        .catch(() => response.destroy());
    });
    this.#http.on('connection', socket => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/mcp`;
  }

  get port(): number {
    return (this.#http.address() as AddressInfo).port;
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>(resolve =>
      this.#http.listen(port, '127.0.0.1', resolve),
    );
  }

  /** Tells every client that its tools are others now. */
  async announce(): Promise<void> {
    for (const { server } of this.#sessions.values()) {
      await server.sendToolListChanged().catch(() => {});
    }
  }

  /** Forgets everybody, as after a restart. */
  forget(): void {
    this.#sessions.clear();
  }

  async stop(): Promise<void> {
    this.#sockets.forEach(socket => socket.destroy());
    await new Promise<void>(resolve => this.#http.close(() => resolve()));
  }

  async #handle(
    request: IncomingMessage,
  ): Promise<StreamableHTTPServerTransport | undefined> {
    const id = request.headers['mcp-session-id'] as string | undefined;
    if (id !== undefined) {
      return this.#sessions.get(id)?.transport;
    }
    const server = this.#server();
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: () => randomUUID(),
      onsessioninitialized: session => {
        this.#sessions.set(session, { server, transport });
      },
    });
    await server.connect(transport);
    return transport;
  }

  #server(): Server {
    const server = new Server(
      { name: 'test', version: '1.0.0' },
      { capabilities: { tools: { listChanged: true } } },
    );
    server.setRequestHandler(ListToolsRequestSchema, async ({ params }) => {
      const from = Number(params?.cursor ?? 0);
      const to = from + this.pageSize;
      return {
        tools: this.tools.slice(from, to).map(tool => tool.definition) as any,
        ...(to < this.tools.length && { nextCursor: String(to) }),
      };
    });
    // not the handler for calls, which would hold what is answered against the protocol
    server.fallbackRequestHandler = async (request, { signal }) => {
      const { params } = CallToolRequestSchema.parse(request);
      const tool = this.tools.find(
        ({ definition }) => definition.name === params.name,
      );
      if (!tool) {
        throw new Error(`No tool ${params.name}`);
      }
      const args = (params.arguments ?? {}) as JsonObject;
      const meta = (params._meta ?? {}) as JsonObject;
      this.calls.push({ tool: params.name, args, meta });
      return tool.call(args, {
        signal,
        meta,
        die: () => this.#sockets.forEach(socket => socket.destroy()),
      });
    };
    return server;
  }
}

/** A tool that answers with its arguments. */
export function echoTool(
  name: string,
  change: JsonObject = {},
  call?: TestTool['call'],
): TestTool {
  return {
    definition: {
      name,
      description: `Says what ${name} says`,
      inputSchema: {
        type: 'object',
        properties: { text: { type: 'string' } },
        additionalProperties: false,
      },
      ...change,
    },
    call:
      call ??
      (async args => ({
        content: [{ type: 'text', text: String(args.text ?? '') }],
      })),
  };
}
