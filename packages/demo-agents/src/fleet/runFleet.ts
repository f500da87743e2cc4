import { setTimeout as sleep } from 'node:timers/promises';
import { ActionRequest } from '@agentgov/backstage-plugin-agent-governance-common';
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

/** Lets the agents do their routine work, gently, until told to stop. */
export async function runFleet(options: RunFleetOptions): Promise<void> {
  const { fleet, burst, pauseMs, limit, signal, log } = options;
  const attempt = retrying(options);

  const { items } = await attempt(() =>
    fleet['deploy-bot'].portal.listActionRequests({ limit: 1 }),
  );
  await attempt(() => escalateLostParcel(fleet)).then(tell);
  const hurried = items.length === 0 ? burst : 0;
  for (let made = 0; made < limit; made++) {
    const routine: Routine = routines[made % routines.length];
    tell(await attempt(() => routine(fleet)));
    await rest(made < hurried ? 0 : around(pauseMs), signal);
  }
  log(`made ${limit} requests and is quiet from now on`);

  function tell(request: ActionRequest | undefined) {
    if (request) {
      const { agentRef, actionId, targetRef, environment } = request;
      log(
        `${agentRef} asked for ${actionId} on ${targetRef} in ${environment}: ${request.verdict}, ${request.because}`,
      );
    }
  }
}

/** Tries until it works, ever more slowly; says what is wrong when it changes. */
function retrying({ signal, log }: RunFleetOptions) {
  let lastTrouble: string | undefined;
  return async function attempt<T>(work: () => Promise<T>): Promise<T> {
    for (let retryMs = FIRST_RETRY_MS; ; retryMs *= 2) {
      signal.throwIfAborted();
      try {
        const result = await work();
        lastTrouble = undefined;
        return result;
      } catch (error) {
        const trouble = String(error);
        if (trouble !== lastTrouble) {
          log(`could not ask, trying again: ${trouble}`);
        }
        lastTrouble = trouble;
        await rest(Math.min(around(retryMs), LONGEST_RETRY_MS), signal);
      }
    }
  };
}

function rest(ms: number, signal: AbortSignal): Promise<void> {
  return sleep(ms, undefined, { signal });
}

function around(ms: number): number {
  return ms * (0.8 + 0.4 * Math.random());
}
