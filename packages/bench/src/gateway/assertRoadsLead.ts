import { ActionRequest } from '@agentgov/backstage-plugin-agent-governance-common';
import { GatewayPortal } from './GatewayPortal';
import { Road } from './roads';
import { takeRoad } from './runRoads';

/**
 * Takes each road once and makes sure that it leads where it should: a governed one leaves a request that succeeded, any
 * other leaves none, and what the upstream server does arrives there once.
 *
 * @throws Error naming the road
 */
export async function assertRoadsLead(
  portal: GatewayPortal,
  wanted: Road[],
  next: () => number,
): Promise<void> {
  for (const road of wanted) {
    const n = next();
    const arrived = await portal.upstream.calls();
    await takeRoad(road, portal, { n, pairs: 1 });
    const effects = (await portal.upstream.calls()) - arrived;
    const found = await requestOf(portal, n);
    const state = found?.state ?? 'not recorded';
    const wantedState = road.isGoverned ? 'succeeded' : 'not recorded';
    const wantedEffects = road.isUpstream ? 1 : 0;
    if (state !== wantedState || effects !== wantedEffects) {
      throw new Error(
        `${road.id}: the call is ${state} and arrived ${effects} times, and should be ${wantedState} and arrive ${wantedEffects} times`,
      );
    }
  }
}

async function requestOf(
  portal: GatewayPortal,
  n: number,
): Promise<ActionRequest | undefined> {
  const { items } = await portal.asPerson<{ items: ActionRequest[] }>(
    '/v1/action-requests?limit=10',
  );
  return items.find(({ input }) => input.note === `call ${n}`);
}
