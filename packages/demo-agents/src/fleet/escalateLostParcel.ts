import { ActionRequest } from '@agentgov/backstage-plugin-agent-governance-common';
import { ConnectedAgent } from '../agents/connectAgent';
import { escalate } from '../agents/triageBot';

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
  return items.length > 0
    ? undefined
    : escalate(agent, {
        partner: 'northwind-desk',
        ticket: 'T-1042',
        message:
          'Parcel NW-88417 of order 20417 left the warehouse nine days ago and was last seen in Hamburg.',
        environment: 'production',
      });
}
