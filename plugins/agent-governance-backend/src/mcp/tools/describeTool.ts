import {
  McpTool,
  McpToolDefinition,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { McpServerConfig } from '../../GovernanceConfig';
import { toolActionId, toolDescription, toolTitle } from './createToolAction';
import { targetOf } from './resolveTool';

/** A tool as it is shown: what it says in plain text, and how the configuration governs it. */
export function describeTool(
  server: McpServerConfig,
  definition: McpToolDefinition,
): Pick<
  McpTool,
  | 'actionId'
  | 'title'
  | 'description'
  | 'effectClass'
  | 'undo'
  | 'target'
  | 'environment'
> {
  const tool = server.tools.get(definition.name);
  const target = targetOf(server, tool);
  return {
    actionId: toolActionId(server.id, definition.name),
    title: toolTitle(definition),
    description: toolDescription(definition),
    effectClass: tool?.effectClass ?? 'once',
    ...(tool?.undo !== undefined && { undo: tool.undo }),
    target: 'ref' in target ? { ref: target.ref } : { input: target.input },
    environment: tool?.environment ?? server.environment,
  };
}
