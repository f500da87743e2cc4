import {
  ActionRequest,
  ContextSnapshot,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { ask, AskExtras } from './ask';
import { ConnectedAgent } from './connectAgent';

/** Deploy-bot rolls a version of a service out. */
export async function deploy(
  agent: ConnectedAgent,
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
  agent: ConnectedAgent,
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

type Deployed = Pick<ContextSnapshot, 'facts'>;

/** The version after the newest one that runs anywhere, as far as the service's context says. */
export function nextVersion(context: Deployed): string {
  const patches = Object.values(runningVersions(context)).map(version =>
    Number(version.split('.')[2]),
  );
  return `1.0.${Math.max(0, ...patches.filter(Number.isInteger)) + 1}`;
}

/** What runs in each environment, as far as the service's context says. */
export function runningVersions({ facts }: Deployed): Record<string, string> {
  const value = facts.find(fact => fact.factType === 'deployment')?.value;
  const entries = Object.entries(
    typeof value === 'object' && value !== null ? value : {},
  );
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => {
      return typeof entry[1] === 'string';
    }),
  );
}
