import { ActionRequest, GovernedAgent } from '@agentgov/agent-sdk';
import { ask, AskExtras } from './ask';

/** Runbook-bot goes through a service's runbook. */
export async function runRunbook(
  agent: GovernedAgent,
  what: { service: string; reason: string; environment: string },
  extras: AskExtras = {},
): Promise<ActionRequest> {
  const { service, reason, environment } = what;
  return ask(agent, {
    action: 'runbooks:run',
    target: `component:default/${service}`,
    environment,
    input: { reason },
    purpose: reason,
    ...extras,
  });
}
