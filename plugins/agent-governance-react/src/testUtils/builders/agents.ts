import {
  AgentSummary,
  Environment,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { AGENT } from './world';

/** An agent that counts. @public */
export function anAgent(overrides: Partial<AgentSummary> = {}): AgentSummary {
  return {
    ref: AGENT,
    title: 'Deploy bot',
    owner: 'group:default/platform',
    autonomy: 'autonomous',
    lifecycle: 'production',
    standing: 'active',
    because: 'It comes from a trusted location and has a key.',
    ...overrides,
  };
}

/** Staging and production. @public */
export function someEnvironments(): Environment[] {
  return [
    {
      name: 'staging',
      owner: 'group:default/platform',
      rank: 1,
      production: false,
    },
    {
      name: 'production',
      owner: 'group:default/sre',
      rank: 2,
      production: true,
    },
  ];
}
