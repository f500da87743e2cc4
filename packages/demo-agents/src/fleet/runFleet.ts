import { setTimeout as sleep } from 'node:timers/promises';
import { ActionRequest, isAgentFailure } from '@agentgov/agent-sdk';
import { GatewayRefusal } from '../gateway';
import { escalateLostParcel } from './escalateLostParcel';
import { Fleet } from './Fleet';
import { Routine, routines } from './routines';

export interface RunFleetOptions {
  fleet: Fleet;
  /** How many requests to make at once when the portal has seen none yet. */
  burst: number;
  /** Between two requests after that, give or take a fifth. */
  pauseMs: number;
  /** How many requests to make in all before going quiet. */
  limit: number;
  signal: AbortSignal;
  log(message: string): void;
}

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 60_000;
const MOST_REFUSALS = 5;

/** How long an agent stays with a request that nobody has to look at. */
const PATIENCE_SECONDS = 30;

/** Lets the agents do their routine work, gently, until told to stop. */
export async function runFleet(options: RunFleetOptions): Promise<void> {
  const { fleet, burst, pauseMs, limit, signal, log } = options;
  const attempt = retrying(options);

  const past = await attempt(() => fleet['deploy-bot'].list({ limit: 1 }));
  const hurried = past?.items.length === 0 ? burst : 0;
  await perform({ agent: 'triage-bot', act: escalateLostParcel });
  for (let made = 0; made < limit; made++) {
    await perform(routines[made % routines.length]);
    await rest(made < hurried ? 0 : around(pauseMs), signal);
  }
  log(`made ${limit} requests and is quiet from now on`);

  async function perform(routine: Routine) {
    const agent = fleet[routine.agent];
    const asked = await attempt(() => routine.act(agent, fleet));
    if (asked) {
      const ended = await attempt(() =>
        agent.wait(asked, {
          seconds: PATIENCE_SECONDS,
          throughHold: false,
          signal,
        }),
      );
      log(describe(ended ?? asked));
    }
  }
}

function describe(request: ActionRequest): string {
  const { agentRef, actionId, targetRef, environment } = request;
  return `${agentRef} asked for ${actionId} on ${targetRef} in ${environment}: ${request.state}. ${request.because}`;
}

/**
 * Tries until it works, ever more slowly; says what is wrong when it changes. What the portal keeps refusing is
 * left alone after a while: the catalog may have had to read an entity first, but it may also not exist.
 */
function retrying({ signal, log }: RunFleetOptions) {
  let lastTrouble: string | undefined;
  return async function attempt<T>(
    work: () => Promise<T>,
  ): Promise<T | undefined> {
    for (let tries = 1; ; tries++) {
      signal.throwIfAborted();
      try {
        const result = await work();
        lastTrouble = undefined;
        return result;
      } catch (error) {
        const trouble = String(error);
        if (trouble !== lastTrouble) {
          log(`could not ask: ${trouble}`);
        }
        lastTrouble = trouble;
        if (isNotAccepted(error) && tries > MOST_REFUSALS) {
          return undefined;
        }
        const retryMs = FIRST_RETRY_MS * 2 ** (tries - 1);
        await rest(Math.min(around(retryMs), LONGEST_RETRY_MS), signal);
      }
    }
  };
}

function isNotAccepted(error: unknown): boolean {
  return (
    error instanceof GatewayRefusal ||
    (isAgentFailure(error) && error.name === 'NotAcceptedError')
  );
}

function rest(ms: number, signal: AbortSignal): Promise<void> {
  return sleep(ms, undefined, { signal });
}

function around(ms: number): number {
  return ms * (0.8 + 0.4 * Math.random());
}
