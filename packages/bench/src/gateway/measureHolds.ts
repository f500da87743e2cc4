import { setTimeout as sleep } from 'node:timers/promises';
import { runLoad } from '../load/runLoad';
import { CALLABLE_SERVER } from '../portal/gateway/gatewayConfig';
import { Memory } from '../portal/protocol';
import { GatewayPortal } from './GatewayPortal';
import { RESTART_IN_PRODUCTION } from './upstream/upstreamTools';

const TOOL = `mcp-${CALLABLE_SERVER}.${RESTART_IN_PRODUCTION}`;
const WAIT_TOOL = 'agent-governance.wait-for-request';
const WITHDRAW_TOOL = 'agent-governance.withdraw-request';
const REQUEST_KEY = 'agent-governance.io/request';
/** Longer than the memory is looked at. */
const WAIT_SECONDS = 30;
/** Until all that wait do so, and what was needed to begin is garbage. */
const SETTLING_MS = 5_000;
const CONCURRENCY = 8;

/** What held calls cost while agents wait for people. */
export interface Holds {
  count: number;
  /** Bytes more than before the first was held, with all garbage collected. */
  grown: Memory;
}

/**
 * Has so many calls held, and has their agents wait for all of them at a time over the gateway. Done twice: what a portal
 * takes when it does something for the first time is none of a hold’s.
 *
 * @throws Error when a call is not held, or does not wait
 */
export async function measureHolds(
  portal: GatewayPortal,
  options: { count: number; next: () => number },
): Promise<Holds> {
  await holdAndWait(portal, options);
  return { count: options.count, grown: await holdAndWait(portal, options) };
}

async function holdAndWait(
  portal: GatewayPortal,
  { count, next }: { count: number; next: () => number },
): Promise<Memory> {
  const { process } = portal.portal;
  const before = await process.call('memory', {});
  const held = await hold(portal, count, next);
  let ended = 0;
  const waits = held.map(async ({ request, token }) => {
    const args = { request, waitSeconds: WAIT_SECONDS };
    await portal.gateway.callTool(WAIT_TOOL, args, token);
    ended++;
  });
  await Promise.race([sleep(SETTLING_MS), Promise.all(waits)]);
  const during = await process.call('memory', {});
  if (ended > 0) {
    throw new Error(`${ended} of ${count} held calls did not wait`);
  }
  await succeed(held.length, index => {
    const { request, token } = held[index];
    return portal.gateway.callTool(WITHDRAW_TOOL, { request }, token);
  });
  await Promise.all(waits);
  return {
    heap: during.heap - before.heap,
    resident: during.resident - before.resident,
  };
}

/** Only of the one team in which there is somebody to review. */
async function hold(
  portal: GatewayPortal,
  count: number,
  next: () => number,
): Promise<Array<{ request: string; token: string }>> {
  const pairs = portal.world.regulars.filter(({ targetRef }) =>
    targetRef.startsWith('component:default/service-0-'),
  );
  const held: Array<{ request: string; token: string }> = [];
  await succeed(count, async index => {
    const { agentRef, targetRef } = pairs[index % pairs.length];
    const token = portal.tokenOf(agentRef);
    const { _meta, content } = await portal.gateway.callTool(
      TOOL,
      { service: targetRef, note: `held ${next()}` },
      token,
    );
    const said = content[0]?.text ?? '';
    const request = _meta?.[REQUEST_KEY];
    if (JSON.parse(said).state !== 'held' || typeof request !== 'string') {
      throw new Error(`The call is not held: ${said}`);
    }
    held.push({ request, token });
  });
  return held;
}

async function succeed(
  count: number,
  call: (index: number) => Promise<unknown>,
): Promise<void> {
  const { errors } = await runLoad({ concurrency: CONCURRENCY, count, call });
  if (errors.length > 0) {
    throw new Error(`${errors.length} calls failed, the first: ${errors[0]}`);
  }
}
