import { ActionRequest, GovernedAgent } from '@agentgov/agent-sdk';
import { ask, AskExtras } from './ask';

/** Deploy-bot rolls a version of a service out. */
export async function deploy(
  agent: GovernedAgent,
  what: { service: string; version: string; environment: string },
  extras: AskExtras = {},
): Promise<ActionRequest> {
  const { service, version, environment } = what;
  return ask(agent, {
    action: 'deployments:deploy',
    target: `component:default/${service}`,
    environment,
    input: { version },
    purpose: `Version ${version} of ${service} passed its tests`,
    ...extras,
  });
}

/** Deploy-bot goes back to what ran before. */
export async function rollBack(
  agent: GovernedAgent,
  what: { service: string; environment: string },
  extras: AskExtras = {},
): Promise<ActionRequest> {
  const { service, environment } = what;
  return ask(agent, {
    action: 'deployments:rollback',
    target: `component:default/${service}`,
    environment,
    input: {},
    purpose: `The last version of ${service} misbehaves`,
    ...extras,
  });
}

/** The version of a service this agent last rolled out to an environment, if it did. */
export async function lastDeployed(
  agent: GovernedAgent,
  where: { service: string; environment: string },
): Promise<string | undefined> {
  const { items } = await agent.list({
    action: 'deployments:deploy',
    target: `component:default/${where.service}`,
    environment: where.environment,
    state: ['succeeded'],
    limit: 1,
  });
  const version = items[0]?.input.version;
  return typeof version === 'string' ? version : undefined;
}

/** The patch release after a version; the first release without one. */
export function nextVersion(version: string = '1.0.0'): string {
  const [major, minor, patch] = version.split('.').map(Number);
  return `${major}.${minor}.${patch + 1}`;
}
