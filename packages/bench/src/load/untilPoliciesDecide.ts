import { setTimeout as sleep } from 'node:timers/promises';
import { PolicyPage } from '@agentgov/backstage-plugin-agent-governance-common';
import { HttpClient } from './HttpClient';

const PAGE = 100;
const WITHIN_MS = 180_000;
const LOOK_EVERY_MS = 500;

/**
 * Waits until the portal knows the catalog's policies, and has exactly so many in force.
 *
 * @throws Error when after three minutes there are fewer or more
 */
export async function untilPoliciesDecide(
  client: HttpClient,
  options: { count: number; token: string },
): Promise<void> {
  const { count, token } = options;
  const deadline = Date.now() + WITHIN_MS;
  let found = await countInForce(client, token);
  while (found !== count) {
    if (Date.now() > deadline) {
      throw new Error(
        `${
          found ?? 'Nobody knows how many'
        } policies are in force, not ${count}`,
      );
    }
    await sleep(LOOK_EVERY_MS);
    found = await countInForce(client, token);
  }
}

/** Nothing before the catalog's were listed once. */
async function countInForce(
  client: HttpClient,
  token: string,
): Promise<number | undefined> {
  let count = 0;
  let page: PolicyPage | undefined;
  do {
    const query = new URLSearchParams({
      state: 'enforcing',
      limit: String(PAGE),
      ...(page?.nextCursor && { cursor: page.nextCursor }),
    });
    page = await client.call<PolicyPage>({
      method: 'GET',
      path: `/api/agent-governance/v1/policies?${query}`,
      token,
    });
    count += page.items.length;
  } while (page.nextCursor);
  return page.listedAt === undefined ? undefined : count;
}
