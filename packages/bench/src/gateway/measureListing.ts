import { runLoad } from '../load/runLoad';
import { Figures, summarise } from '../statistics/summarise';
import { GatewayPortal } from './GatewayPortal';

const LISTINGS = 30;
/** Milliseconds before it is listed anew, longer than anything is remembered. */
const FORGETTING_MS = 6_000;
const COLD_LISTINGS = 3;

/** What it takes one agent to see all tools. */
export interface Listing {
  /** How many are listed. */
  tools: number;
  /** While the answer is remembered. */
  warm: Figures;
  /** After it was forgotten. */
  cold: Figures;
}

/**
 * Lists all tools again and again, one listing at a time, by one agent.
 *
 * @throws Error when fewer are listed than there are
 */
export async function measureListing(
  portal: GatewayPortal,
  options: { atLeast: number; sleep: (ms: number) => Promise<unknown> },
): Promise<Listing> {
  const token = portal.tokenOf(portal.world.regulars[0].agentRef);
  let tools = 0;
  const list = async () => {
    tools = (await portal.gateway.listTools(token)).length;
    if (tools < options.atLeast) {
      throw new Error(`${tools} tools are listed of ${options.atLeast}`);
    }
  };
  const cold = { latencies: [] as number[], elapsedMs: 0 };
  for (let n = 0; n < COLD_LISTINGS; n++) {
    await options.sleep(FORGETTING_MS);
    const before = performance.now();
    await list();
    cold.latencies.push(performance.now() - before);
    cold.elapsedMs += cold.latencies[n];
  }
  const warm = await runLoad({ concurrency: 1, count: LISTINGS, call: list });
  return {
    tools,
    warm: summarise(warm),
    cold: summarise({ ...cold, errors: [] }),
  };
}
