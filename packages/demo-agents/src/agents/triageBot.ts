import { ActionRequest, GovernedAgent } from '@agentgov/agent-sdk';
import { ask, AskExtras } from './ask';

/** Triage-bot passes a ticket on to a partner. */
export async function escalate(
  agent: GovernedAgent,
  what: {
    /** Name of the partner's entity, for example `northwind-desk`. */
    partner: string;
    ticket: string;
    message: string;
    environment: string;
  },
  extras: AskExtras = {},
): Promise<ActionRequest> {
  const { partner, ticket, message, environment } = what;
  return ask(agent, {
    action: 'tickets:escalate-to-partner',
    target: `resource:default/${partner}`,
    environment,
    input: { ticket, message },
    purpose: `Ticket ${ticket} cannot go on without the partner`,
    ...extras,
  });
}
