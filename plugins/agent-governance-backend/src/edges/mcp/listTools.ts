import {
  JsonObject,
  isMutating,
} from '@agentgov/backstage-plugin-agent-governance-common';
import type { Tool } from '@modelcontextprotocol/sdk/types.js';
import { OfferedAction } from '../../service/offers/ActionOffers';
import { META } from './metaKeys';
import { toToolName } from './toolNames';

/** Arguments that say where, for actions that do not say it themselves. */
export const PLACE_ARGUMENTS = ['target', 'environment'] as const;

/**
 * An action as a tool. What it says about its effects is what the portal knows of it, never what a server says of its own
 * tool.
 */
export function toTool(action: OfferedAction, environments: string[]): Tool {
  const { effectClass, outputSchema, undo } = action;
  return {
    name: toToolName(action.id),
    title: action.title,
    description: action.description,
    inputSchema: (action.saysWhere
      ? withType(action.inputSchema)
      : withPlace(action.inputSchema, environments)) as Tool['inputSchema'],
    ...(outputSchema && {
      outputSchema: withType(outputSchema) as Tool['outputSchema'],
    }),
    annotations: {
      title: action.title,
      readOnlyHint: !isMutating(effectClass),
      destructiveHint: isMutating(effectClass) && undo === undefined,
      idempotentHint: effectClass !== 'once',
    },
    _meta: {
      [META.action]: {
        id: action.id,
        effectClass,
        ...(undo !== undefined && { undo }),
      },
    },
  };
}

function withType(schema: JsonObject): JsonObject {
  return { ...schema, type: 'object' };
}

function withPlace(schema: JsonObject, environments: string[]): JsonObject {
  return {
    ...schema,
    type: 'object',
    required: [...PLACE_ARGUMENTS, ...((schema.required ?? []) as string[])],
    properties: {
      target: {
        type: 'string',
        description: 'Entity ref of what this is to be done to',
      },
      environment: { type: 'string', enum: environments },
      ...((schema.properties ?? {}) as JsonObject),
    },
  };
}
