import {
  ActionRequest,
  CreateActionRequestInput,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { v4 as uuid } from 'uuid';
import { ConnectedAgent } from './connectAgent';

export type AskInput = CreateActionRequestInput & {
  target: string;
  /** The same key asks for the same thing again; a fresh one when absent. */
  idempotencyKey?: string;
};

/** What every agent may say about a request besides what it wants. */
export type AskExtras = Partial<
  Pick<AskInput, 'purpose' | 'run' | 'contextSnapshot' | 'idempotencyKey'>
>;

/** Asks for one action. Looks at the target's context first, unless it already did, and quotes what it saw. */
export async function ask(
  { portal }: ConnectedAgent,
  input: AskInput,
): Promise<ActionRequest> {
  const { idempotencyKey = uuid(), ...request } = input;
  const contextSnapshot =
    request.contextSnapshot ?? (await portal.getContext(request.target)).id;
  return portal.createActionRequest(
    { ...request, ...(contextSnapshot && { contextSnapshot }) },
    { idempotencyKey },
  );
}
