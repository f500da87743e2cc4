import {
  ActionDescription,
  JsonObject,
  digestOf,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { GovernedAction } from '@agentgov/backstage-plugin-agent-governance-node';
import { normaliseRef } from '../facts/normaliseRef';

/** An action with its definition digested, and what it leaves out filled in. */
export interface RegisteredAction extends GovernedAction {
  /** SHA-256 (hex) of everything about it but its code. */
  definitionDigest: string;
  requiresContext: string[];
  quotesContext: boolean;
  takesSecrets: boolean;
  tags: string[];
}

/** Fills in what a registration may leave out, and digests it. */
export function toRegisteredAction(action: GovernedAction): RegisteredAction {
  const whole = {
    ...action,
    requiresContext: action.requiresContext ?? [],
    quotesContext: action.quotesContext ?? false,
    takesSecrets: action.takesSecrets ?? false,
    tags: action.tags ?? [],
    ...(action.owner !== undefined && { owner: normaliseRef(action.owner) }),
  };
  return {
    ...whole,
    definitionDigest: digestOf(
      'agentgov.action-definition.v1',
      // whoever answers for it, it is the same operation
      describeAction({ ...whole, owner: undefined }) as unknown as JsonObject,
    ),
  };
}

/** The action as agents and people see it. */
export function describeAction(
  action: Omit<RegisteredAction, 'definitionDigest'>,
): ActionDescription {
  return {
    id: action.id,
    title: action.title,
    description: action.description,
    effectClass: action.effectClass,
    ...(action.undo && { undo: action.undo }),
    inputSchema: action.inputSchema,
    targetKinds: [...action.targetKinds],
    requiresContext: [...action.requiresContext],
    quotesContext: action.quotesContext,
    takesSecrets: action.takesSecrets,
    derivesTarget: action.resolve !== undefined,
    tags: [...action.tags],
    ...(action.owner !== undefined && { owner: action.owner }),
  };
}
