import {
  ActionRequest,
  CreateActionRequestInput,
  GovernedAgent,
} from '@agentgov/agent-sdk';

export type AskInput = CreateActionRequestInput & {
  target: string;
  /** The same key asks for the same thing again; a fresh one when absent. */
  idempotencyKey?: string;
};

/** What every agent may say about a request besides what it wants. */
export type AskExtras = Partial<
  Pick<
    AskInput,
    'purpose' | 'run' | 'contextSnapshot' | 'idempotencyKey' | 'delegation'
  >
>;

/** Asks for one action. Looks at the target's context first, unless it already did, and quotes what it saw. */
export async function ask(
  agent: GovernedAgent,
  input: AskInput,
): Promise<ActionRequest> {
  const { idempotencyKey, ...request } = input;
  const contextSnapshot =
    request.contextSnapshot ?? (await agent.context(request.target)).id;
  return agent.request({ ...request, contextSnapshot }, { idempotencyKey });
}
