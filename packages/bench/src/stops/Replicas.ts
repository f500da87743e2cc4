import { randomUUID } from 'node:crypto';
import { HttpClient } from '../load/HttpClient';
import { RunningPortal } from '../load/RunningPortal';
import { signInAgent, signInPerson } from '../load/signIn';
import { PortalDatabase } from '../portal/portalConfig';
import { ACTION } from '../world/action';
import { PERSON, Pair, World, createWorld } from '../world/createWorld';

const BACKENDS = 2;

/** What is answered when an action is asked for. */
export interface Asked {
  state: string;
}

/** Backends in processes of their own, on one database, with agents and an administrator signed in. */
export class Replicas {
  readonly #world: World;
  readonly #portals: RunningPortal[];
  readonly #tokens = new Map<string, string>();

  static async start(options: {
    database: PortalDatabase;
    outsideUrl: string;
    logFile: (index: number) => string;
  }): Promise<Replicas> {
    const world = createWorld({ strangers: 0 });
    const portals: RunningPortal[] = [];
    const replicas = new Replicas({ world, portals });
    try {
      // one after the other: the first lays out the database
      for (let index = 0; index < BACKENDS; index++) {
        portals.push(
          await RunningPortal.start({
            logFile: options.logFile(index),
            portal: {
              database: options.database,
              entities: world.entities,
              outsideUrl: options.outsideUrl,
            },
          }),
        );
      }
      await replicas.#signIn();
    } catch (error) {
      await replicas.stop();
      throw error;
    }
    return replicas;
  }

  private constructor(options: { world: World; portals: RunningPortal[] }) {
    this.#world = options.world;
    this.#portals = options.portals;
  }

  /** One for each backend. */
  get clients(): HttpClient[] {
    return this.#portals.map(({ client }) => client);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#portals.map(portal => portal.stop()));
  }

  /** An agent asks one of the backends for its action on a target of its own team. */
  async ask(client: HttpClient, index: number): Promise<Asked> {
    const { regulars } = this.#world;
    const { agentRef, targetRef }: Pair = regulars[index % regulars.length];
    return client.call({
      method: 'POST',
      path: '/api/agent-governance/v1/action-requests',
      token: this.#tokens.get(agentRef),
      headers: { 'idempotency-key': randomUUID() },
      body: {
        action: ACTION,
        target: targetRef,
        environment: 'staging',
        input: { version: '1.2.3' },
      },
    });
  }

  /** As the administrator. */
  async asAdmin<T>(
    client: HttpClient,
    method: 'GET' | 'POST',
    path: string,
    body?: object,
  ): Promise<T> {
    return client.call({
      method,
      path: `/api/agent-governance${path}`,
      token: this.#tokens.get(PERSON),
      body,
    });
  }

  async #signIn(): Promise<void> {
    const [client] = this.clients;
    this.#tokens.set(PERSON, await signInPerson(client, PERSON));
    for (const ref of this.#world.keys.keys()) {
      this.#tokens.set(ref, await signInAgent(client, this.#world, ref));
    }
  }
}
