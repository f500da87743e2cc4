import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';

/** What servers hold besides tools. */
export type McpHolding = 'resources' | 'resourceTemplates' | 'prompts';

/** Lists what servers behind the gateway hold besides tools, as they say it. */
export interface McpHoldings {
  /** Ids of the servers. */
  servers(): string[];
  /** Empty where a server does not answer: its absence must not keep the others from view. */
  list(serverId: string, holding: McpHolding): Promise<JsonObject[]>;
}
