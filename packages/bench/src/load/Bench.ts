import { randomUUID } from 'node:crypto';
import { Entity } from '@backstage/catalog-model';
import { Usage } from '../portal/PortalUnderTest';
import { PortalProcess } from '../portal/PortalProcess';
import { PortalDatabase } from '../portal/portalConfig';
import { ACTION } from '../world/action';
import { PERSON, Pair, World } from '../world/createWorld';
import { HttpClient } from './HttpClient';
import { reportConditions } from './reportConditions';
import { RunningPortal } from './RunningPortal';
import { runLoad } from './runLoad';
import { signInAgent, signInPerson } from './signIn';
import { untilPoliciesDecide } from './untilPoliciesDecide';

/** Requests that every regular made of each of its targets before anything is measured. */
const PAST_REQUESTS = 3;
const SET_UP_CONCURRENCY = 8;
const REQUESTS_PER_RUN = 8;

/** What is said of a request as soon as it is committed. */
export interface Answer {
  id: string;
  verdict: string;
  because: string;
}

/** A portal that is running and in use: tokens are had, every agent is known, and there is a past. */
export class Bench {
  readonly world: World;
  readonly #portal: RunningPortal;
  readonly #tokens = new Map<string, string>();
  readonly #asked = new Map<string, number>();
  #measuringSince = new Date();

  static async start(options: {
    world: World;
    /** In the catalog besides the world. */
    policies?: Entity[];
    database: PortalDatabase;
    logFile: string;
    nodeOptions?: string[];
  }): Promise<Bench> {
    const { world, database, policies = [] } = options;
    const entities = [...world.entities, ...policies];
    const portal = await RunningPortal.start({
      ...options,
      portal: { database, entities },
    });
    const bench = new Bench(world, portal);
    try {
      await bench.#setUp(policies.length);
    } catch (error) {
      await bench.stop();
      throw error;
    }
    return bench;
  }

  private constructor(world: World, portal: RunningPortal) {
    this.world = world;
    this.#portal = portal;
  }

  get portal(): PortalProcess {
    return this.#portal.process;
  }

  get client(): HttpClient {
    return this.#portal.client;
  }

  async stop(): Promise<void> {
    await this.#portal.stop();
  }

  tokenOf(ref: string): string {
    return this.#tokens.get(ref)!;
  }

  async usage(): Promise<Usage> {
    return this.portal.call('usage', {});
  }

  /**
   * One governed decision: asked as the agent, answered once its ledger entry is committed.
   *
   * @throws Error when it is not allowed
   */
  async decide(pair: Pair): Promise<void> {
    const { verdict, because } = await this.ask(pair);
    if (verdict !== 'allow') {
      throw new Error(`The decision was ${verdict}: ${because}`);
    }
  }

  /** The same, whatever the verdict. */
  async ask({ agentRef, targetRef }: Pair): Promise<Answer> {
    return this.client.call({
      method: 'POST',
      path: '/api/agent-governance/v1/action-requests',
      token: this.tokenOf(agentRef),
      headers: { 'idempotency-key': randomUUID() },
      body: {
        action: ACTION,
        target: targetRef,
        environment: 'staging',
        input: { version: '1.2.3' },
        purpose: 'It stopped answering, and its runbook says to restart it.',
        run: this.#runOf(agentRef),
      },
    });
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

  async #setUp(policies: number): Promise<void> {
    const { world, client } = this;
    await reportConditions(client, world);
    const token = await signInPerson(client, PERSON);
    this.#tokens.set(PERSON, token);
    await untilPoliciesDecide(client, { count: policies, token });
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
