import { setTimeout as sleep } from 'node:timers/promises';
import { ActionRequest, GovernedAgent } from '@agentgov/agent-sdk';
import { escalate } from '../agents/triageBot';

const PARTNER = 'northwind-desk';

/**
 * The one request on the first day that a person has to look at: the partner's template is months old.
 * Not asked again while it waits, nor once somebody has decided.
 */
export async function escalateLostParcel(
  agent: GovernedAgent,
): Promise<ActionRequest | undefined> {
  const { items } = await agent.list({
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
async function waitForTemplate(agent: GovernedAgent): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const { facts } = await agent.context(`resource:default/${PARTNER}`);
    const template = facts.find(fact => fact.factType === 'partner-template');
    if (template?.value !== undefined) {
      return;
    }
    await sleep(1_000);
  }
}
