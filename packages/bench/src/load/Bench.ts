import { randomUUID } from 'node:crypto';
import { Usage } from '../portal/PortalUnderTest';
import { PortalProcess } from '../portal/PortalProcess';
import { PortalDatabase } from '../portal/portalConfig';
import { PERSON, Pair, World, createWorld } from '../world/createWorld';
import { findFreePort } from './findFreePort';
import { HttpClient } from './HttpClient';
import { runLoad } from './runLoad';
import { signInAgent, signInPerson } from './signIn';

const MAX_CONNECTIONS = 64;
const STRANGERS = 120;
/** Requests that every regular made of each of its targets before anything is measured. */
const PAST_REQUESTS = 3;
const SET_UP_CONCURRENCY = 8;
const REQUESTS_PER_RUN = 8;

interface ActionRequestAnswer {
  verdict: string;
  because: string;
}

/** A portal that is running and in use: tokens are had, every agent is known, and there is a past. */
export class Bench {
  readonly world: World;
  readonly portal: PortalProcess;
  readonly client: HttpClient;
  readonly #tokens = new Map<string, string>();
  readonly #asked = new Map<string, number>();
  #measuringSince = new Date();

  static async start(options: {
    database: PortalDatabase;
    logFile: string;
    nodeOptions?: string[];
  }): Promise<Bench> {
    const world = createWorld({ strangers: STRANGERS });
    const port = await findFreePort();
    const portal = PortalProcess.create(options);
    try {
      await portal.call('start', {
        port,
        database: options.database,
        entities: world.entities,
      });
    } catch (error) {
      await portal.stop();
      throw error;
    }
    const client = HttpClient.create({
      url: `http://127.0.0.1:${port}`,
      connections: MAX_CONNECTIONS,
    });
    const bench = new Bench({ world, portal, client });
    try {
      await bench.#setUp();
    } catch (error) {
      await bench.stop();
      throw error;
    }
    return bench;
  }

  private constructor(options: {
    world: World;
    portal: PortalProcess;
    client: HttpClient;
  }) {
    this.world = options.world;
    this.portal = options.portal;
    this.client = options.client;
  }

  async stop(): Promise<void> {
    await this.client.close();
    await this.portal.stop();
  }

  tokenOf(ref: string): string {
    return this.#tokens.get(ref)!;
  }

  async usage(): Promise<Usage> {
    return this.portal.call('usage', {});
  }

  /** One governed decision: asked as the agent, answered once its ledger entry is committed. */
  async decide({ agentRef, targetRef }: Pair): Promise<void> {
    const answer = await this.client.call<ActionRequestAnswer>({
      method: 'POST',
      path: '/api/agent-governance/v1/action-requests',
      token: this.tokenOf(agentRef),
      headers: { 'idempotency-key': randomUUID() },
      body: {
        action: 'services:restart',
        target: targetRef,
        environment: 'staging',
        input: { version: '1.2.3' },
        purpose: 'It stopped answering, and its runbook says to restart it.',
        run: this.#runOf(agentRef),
      },
    });
    if (answer.verdict !== 'allow') {
      throw new Error(`The decision was ${answer.verdict}: ${answer.because}`);
    }
  }

  /** Each agent does its work in runs of a few requests. */
  #runOf(agentRef: string): string {
    const asked = (this.#asked.get(agentRef) ?? 0) + 1;
    this.#asked.set(agentRef, asked);
    return `run-${Math.floor(asked / REQUESTS_PER_RUN)}`;
  }

  /** Asks about every pair once, so that what can be remembered is. */
  async warmUp(): Promise<void> {
    await this.decideInTurn(this.world.regulars.length);
  }

  /** Asks so often, about one pair after the other; not measured. */
  async decideInTurn(count: number): Promise<void> {
    const { regulars } = this.world;
    await succeed({
      concurrency: SET_UP_CONCURRENCY,
      count,
      call: index => this.decide(regulars[index % regulars.length]),
    });
  }

  /** Takes all requests out of the database again that were made since the set-up. */
  async forgetMeasured(): Promise<void> {
    await this.portal.call('forgetSince', {
      time: this.#measuringSince.toISOString(),
    });
  }

  async #setUp(): Promise<void> {
    const { world, client } = this;
    this.#tokens.set(PERSON, await signInPerson(client, PERSON));
    const agents = [...world.keys.keys()];
    await succeed({
      concurrency: SET_UP_CONCURRENCY,
      count: agents.length,
      call: async index => {
        const ref = agents[index];
        this.#tokens.set(ref, await signInAgent(client, world, ref));
      },
    });
    await succeed({
      concurrency: SET_UP_CONCURRENCY,
      count: world.strangers.length,
      call: index => this.decide(world.strangers[index]),
    });
    await this.decideInTurn(PAST_REQUESTS * world.regulars.length);
    this.#measuringSince = new Date();
  }
}

async function succeed(options: Parameters<typeof runLoad>[0]): Promise<void> {
  const { errors } = await runLoad(options);
  if (errors.length > 0) {
    throw new Error(`${errors.length} calls failed, the first: ${errors[0]}`);
  }
}
