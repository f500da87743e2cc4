import { GovernedAction } from '@agentgov/backstage-plugin-agent-governance-node';
import { McpToolDefinition } from '@agentgov/backstage-plugin-agent-governance-common';
import { McpServerConfig } from '../../GovernanceConfig';
import { toPlainText } from '../toPlainText';
import { ToolExecutor } from './ToolExecutor';
import { resolveTool, targetKindOf } from './resolveTool';

const TITLE_LENGTH = 100;
const DESCRIPTION_LENGTH = 4_000;

/** The id of the action that a tool is. */
export function toolActionId(serverId: string, name: string): string {
  return `mcp-${serverId}:${name}`;
}

/** What a tool is called, for people. */
export function toolTitle({ name, title }: McpToolDefinition): string {
  return toPlainText(title?.trim() || name, { max: TITLE_LENGTH });
}

/** What a tool says it does, for people and agents. */
export function toolDescription({ description }: McpToolDefinition): string {
  return toPlainText(description?.trim() ?? '', { max: DESCRIPTION_LENGTH });
}

/** A tool as an operation that agents may ask for: its words from the server, what it means from the configuration. */
export function createToolAction(options: {
  server: McpServerConfig;
  definition: McpToolDefinition;
  /** Entity ref of who answers for the server. */
  owner?: string;
  executor: ToolExecutor;
  /** Whether the action that undoes it can be had. */
  exists: (actionId: string) => boolean;
}): GovernedAction {
  const { server, definition, owner, executor, exists } = options;
  const tool = server.tools.get(definition.name);
  const answerable = tool?.owner ?? owner;
  return {
    id: toolActionId(server.id, definition.name),
    title: toolTitle(definition),
    description: toolDescription(definition),
    effectClass: tool?.effectClass ?? 'once',
    // what cannot be had does not make it reversible
    ...(tool?.undo !== undefined && exists(tool.undo) && { undo: tool.undo }),
    targetKinds: [targetKindOf(server, tool).toLocaleLowerCase('en-US')],
    inputSchema: definition.inputSchema,
    requiresContext: tool?.requiresContext ?? [],
    tags: ['tool'],
    ...(answerable !== undefined && { owner: answerable }),
    resolve: input => resolveTool(server, tool, input),
    executor,
  };
}
