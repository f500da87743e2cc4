import { setTimeout as sleep } from 'node:timers/promises';
import { Replay } from '@agentgov/backstage-plugin-agent-governance-common';
import { databaseOf } from '../databases';
import { Bench } from '../load/Bench';
import { LoadResult, runLoad } from '../load/runLoad';
import { createPolicies } from '../world/createPolicies';
import { createWorld, PERSON } from '../world/createWorld';

const STRANGERS = 20;
const DAY_MS = 24 * 3_600_000;
/** How often it is asked how much memory the portal has. */
const SAMPLE_MS = 250;

/**
 * Speaks about every decision and changes none: both sides are decided in full for each, and what is measured is not
 * the writing down of differences.
 */
const DRAFT = `apiVersion: agent-governance.io/v1alpha1
kind: AgentPolicy
metadata:
  name: bench-draft
spec:
  owner: group:default/team-0
  level: organization
  rules:
    - name: large-and-restricted
      effect: deny
      when: target.dataClass == 'nothing-is' && topology.dependents > 100000
    - name: rest
      effect: allow
`;

/** One replay, from being asked for to its report. */
export interface ReplayRun {
  replay: Replay;
  ms: number;
  /** Bytes of the portal's process while it ran, one after the other. */
  resident: number[];
}

/** A portal with a long record, and people who replay it. */
export class ReplayedPortal {
  readonly #bench: Bench;
  #asked = 0;

  static async start(
    name: string,
    options: { scratch: string; policies: number; logFile: string },
  ): Promise<ReplayedPortal> {
    const { entities, otherTeams } = createPolicies(options.policies);
    return new ReplayedPortal(
      await Bench.start({
        world: createWorld({ strangers: STRANGERS, otherTeams }),
        policies: entities,
        database: databaseOf(name, options).database,
        logFile: options.logFile,
      }),
    );
  }

  private constructor(bench: Bench) {
    this.#bench = bench;
  }

  async stop(): Promise<void> {
    await this.#bench.stop();
  }

  async fill(count: number) {
    return this.#bench.portal.call('fillRecord', { count });
  }

  /** Live decisions, as many as so many callers ask for until told to stop. */
  async live(options: {
    callers: number;
    until: () => boolean;
  }): Promise<LoadResult> {
    const { regulars } = this.#bench.world;
    const results = await Promise.all(
      Array.from({ length: options.callers }, async () => {
        const one: LoadResult = { latencies: [], elapsedMs: 0, errors: [] };
        while (!options.until()) {
          const { latencies, elapsedMs, errors } = await runLoad({
            concurrency: 1,
            count: 1,
            call: () =>
              this.#bench.decide(regulars[this.#asked++ % regulars.length]),
          });
          one.latencies.push(...latencies);
          one.errors.push(...errors);
          one.elapsedMs += elapsedMs;
        }
        return one;
      }),
    );
    return {
      latencies: results.flatMap(({ latencies }) => latencies),
      elapsedMs: Math.max(...results.map(({ elapsedMs }) => elapsedMs)),
      errors: results.flatMap(({ errors }) => errors),
    };
  }

  /** Takes the live decisions out of the database again. */
  async forget(): Promise<void> {
    await this.#bench.forgetMeasured();
  }

  /** @throws Error when it does not succeed */
  async replay(): Promise<ReplayRun> {
    const now = Date.now();
    const startedAt = performance.now();
    let replay = await this.#call<Replay>('POST', '/v1/replays', {
      draft: { changes: [{ kind: 'text', text: DRAFT }] },
      scope: {
        from: new Date(now - 9 * DAY_MS).toISOString(),
        to: new Date(now - DAY_MS / 2).toISOString(),
      },
    });
    const resident: number[] = [];
    const sampling = this.#sample(resident, () => hasEnded(replay));
    while (!hasEnded(replay)) {
      // as a page does
      replay = await this.#call(
        'GET',
        `/v1/replays/${replay.id}?waitSeconds=30&revision=${replay.revision}`,
      );
    }
    const ms = performance.now() - startedAt;
    await sampling;
    if (replay.state !== 'succeeded') {
      throw new Error(`The replay ${replay.state}: ${replay.error}`);
    }
    return { replay, ms, resident };
  }

  async #sample(samples: number[], isDone: () => boolean): Promise<void> {
    while (!isDone()) {
      samples.push(await this.#bench.portal.call('resident', {}));
      await sleep(SAMPLE_MS);
    }
  }

  async #call<T>(
    method: 'GET' | 'POST',
    path: string,
    body?: object,
  ): Promise<T> {
    return this.#bench.client.call({
      method,
      path: `/api/agent-governance${path}`,
      token: this.#bench.tokenOf(PERSON),
      ...(body && { body }),
    });
  }
}

function hasEnded({ state }: Replay): boolean {
  return state !== 'queued' && state !== 'running';
}
