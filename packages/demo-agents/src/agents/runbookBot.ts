import { ActionRequest } from '@agentgov/backstage-plugin-agent-governance-common';
import { ask, AskExtras } from './ask';
import { ConnectedAgent } from './connectAgent';

/** Runbook-bot goes through a service's runbook. */
export async function runRunbook(
  agent: ConnectedAgent,
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
