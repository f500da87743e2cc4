import { Entity } from '@backstage/catalog-model';
import { McpCaller } from './McpCaller';
import { acceptTools } from './acceptTools';
import { UpstreamProcess } from './upstream/UpstreamProcess';
import { callableTools } from './upstream/upstreamTools';
import { reportConditions } from '../load/reportConditions';
import { RunningPortal } from '../load/RunningPortal';
import { signInAgent, signInPerson } from '../load/signIn';
import { untilPoliciesDecide } from '../load/untilPoliciesDecide';
import {
  CALLABLE_SERVER,
  MANY_SERVER,
  apiOf,
} from '../portal/gateway/gatewayConfig';
import { PortalDatabase } from '../portal/portalConfig';
import { PERSON, World, createWorld, fromWorld } from '../world/createWorld';

const CONNECTIONS = 256;

/** A portal with a gateway, somebody’s MCP servers behind it, and everybody signed in. */
export class GatewayPortal {
  readonly world: World;
  readonly portal: RunningPortal;
  readonly upstream: UpstreamProcess;
  /** The ways in: to the gateway, to the portal’s own endpoint, and straight to the upstream server. */
  readonly gateway: McpCaller;
  readonly stock: McpCaller;
  readonly direct: McpCaller;
  readonly #tokens = new Map<string, string>();

  /** @param options - `tools`: how many the server has that is only listed */
  static async start(options: {
    database: PortalDatabase;
    logFile: string;
    nodeOptions: string[];
    tools: number;
    say: (message: string) => void;
  }): Promise<GatewayPortal> {
    const { database, say, tools } = options;
    const world = createWorld({ strangers: 0 });
    const upstream = await UpstreamProcess.start({ tools });
    const entities = [
      ...world.entities,
      createApi(CALLABLE_SERVER),
      createApi(MANY_SERVER),
    ];
    let portal: RunningPortal;
    try {
      portal = await RunningPortal.start({
        ...options,
        portal: { database, entities, upstreams: upstream.urls },
      });
    } catch (error) {
      await upstream.stop();
      throw error;
    }
    const started = new GatewayPortal({ world, portal, upstream });
    try {
      await started.#setUp(tools, say);
    } catch (error) {
      await started.stop();
      throw error;
    }
    return started;
  }

  private constructor(options: {
    world: World;
    portal: RunningPortal;
    upstream: UpstreamProcess;
  }) {
    const { world, portal, upstream } = options;
    this.world = world;
    this.portal = portal;
    this.upstream = upstream;
    const caller = (url: string) =>
      McpCaller.create({ url, connections: CONNECTIONS });
    this.gateway = caller(`${portal.url}/api/agent-governance/mcp`);
    this.stock = caller(`${portal.url}/api/mcp-actions/v1`);
    this.direct = caller(upstream.urls.callable);
  }

  async stop(): Promise<void> {
    await Promise.all(
      [this.gateway, this.stock, this.direct].map(caller => caller.close()),
    );
    await this.portal.stop();
    await this.upstream.stop();
  }

  tokenOf(ref: string): string {
    return this.#tokens.get(ref)!;
  }

  /** What is said to a person who may see everything. */
  async asPerson<T>(path: string): Promise<T> {
    return this.portal.client.call({
      method: 'GET',
      path: `/api/agent-governance${path}`,
      token: this.tokenOf(PERSON),
    });
  }

  async #setUp(tools: number, say: (message: string) => void): Promise<void> {
    const { portal, world } = this;
    const { client } = portal;
    await reportConditions(client, world);
    const token = await signInPerson(client, PERSON);
    this.#tokens.set(PERSON, token);
    await untilPoliciesDecide(client, { count: 0, token });
    for (const ref of world.keys.keys()) {
      this.#tokens.set(ref, await signInAgent(client, world, ref));
    }
    await this.direct.begin();
    say(`Accepting the tools of both servers, ${tools} of one`);
    for (const [server, count] of [
      [CALLABLE_SERVER, callableTools.length],
      [MANY_SERVER, tools],
    ] as const) {
      await acceptTools(client, { server, count, token });
    }
  }
}

function createApi(server: string): Entity {
  return fromWorld({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: { name: apiOf(server) },
    spec: {
      type: 'mcp-server',
      lifecycle: 'production',
      owner: 'team-0',
      definition: '{}',
    },
  });
}
