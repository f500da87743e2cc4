import { InputError } from '@backstage/errors';
import {
  ActionCallInput,
  JsonObject,
} from '@agentgov/backstage-plugin-agent-governance-common';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { ActionCallService } from '../../service/calls/ActionCallService';
import { AgentCaller } from '../../service/Caller';
import { ActionOffers, OfferedAction } from '../../service/offers/ActionOffers';
import { readMeta } from './readMeta';
import { renderCall } from './renderRequest';
import { toActionId } from './toolNames';

/** A call of a tool, as it came in. */
export interface ToolCall {
  name: string;
  arguments?: Record<string, unknown>;
  _meta?: Record<string, unknown>;
}

/** Asks for the action that a tool is, and waits on the line. */
export async function callTool(
  call: ToolCall,
  options: {
    calls: ActionCallService;
    offers: ActionOffers;
    caller: AgentCaller;
    signal: AbortSignal;
  },
): Promise<CallToolResult> {
  const { calls, offers, caller, signal } = options;
  const action = offers.get(toActionId(call.name));
  if (!action) {
    throw new InputError(`There is no tool '${call.name}'`);
  }
  const answer = await calls.call(
    { ...readMeta(call._meta), action: action.id, ...readInput(action, call) },
    { caller, signal },
  );
  return renderCall(answer, action);
}

/** Arguments are the input, less those that say where. */
function readInput(
  action: OfferedAction,
  call: ToolCall,
): Pick<ActionCallInput, 'input' | 'target' | 'environment'> {
  const args = (call.arguments ?? {}) as JsonObject;
  if (action.saysWhere) {
    return { input: args };
  }
  const { target, environment, ...input } = args;
  if (typeof target !== 'string' || typeof environment !== 'string') {
    throw new InputError(
      `'target' and 'environment' must be texts: an entity ref, and the name of an environment`,
    );
  }
  return { input, target, environment };
}
