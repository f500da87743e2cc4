import { setTimeout as sleep } from 'node:timers/promises';
import { ActionRequest } from '@agentgov/backstage-plugin-agent-governance-common';
import { ConnectedAgent } from '../agents/connectAgent';
import { escalate } from '../agents/triageBot';

const PARTNER = 'northwind-desk';

/**
 * The one request on the first day that a person has to look at: the partner's template is months old.
 * Not asked again while it waits, nor once somebody has decided.
 */
export async function escalateLostParcel(
  agent: ConnectedAgent,
): Promise<ActionRequest | undefined> {
  const { items } = await agent.portal.listActionRequests({
    action: 'tickets:escalate-to-partner',
    environment: 'production',
    limit: 1,
  });
  if (items.length > 0) {
    return undefined;
  }
  await waitForTemplate(agent);
  return escalate(agent, {
    partner: PARTNER,
    ticket: 'T-1042',
    message:
      'Parcel NW-88417 of order 20417 left the warehouse nine days ago and was last seen in Hamburg.',
    environment: 'production',
  });
}

/** On the very first start, the portal hears of the template a little later than of the agents. */
async function waitForTemplate({ portal }: ConnectedAgent): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const { facts } = await portal.getContext(`resource:default/${PARTNER}`);
    const template = facts.find(fact => fact.factType === 'partner-template');
    if (template?.value !== undefined) {
      return;
    }
    await sleep(1_000);
  }
}
