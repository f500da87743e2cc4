import {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  EffectClass,
  JsonObject,
} from '@agentgov/backstage-plugin-agent-governance-common';

/**
 * The target as it was sealed when the request was decided, again, at the moment of effect.
 * Executors derive the outside system from this and never from the input.
 *
 * @public
 */
export interface SealedTarget {
  /** Canonical entity ref. */
  ref: string;
  uid: string;
  kind: string;
  type?: string;
  owner?: string;
  system?: string;
  annotations: Record<string, string>;
  labels: Record<string, string>;
}

/** What an executor is given for one attempt. @public */
export interface ActionExecutionContext {
  requestId: string;
  /** Send it to the outside system unchanged: the same for every attempt of this request. */
  idempotencyKey: string;
  /** From 1. */
  attempt: number;
  /** Grows with every claim; a fence for systems that understand one. */
  epoch: number;
  agentRef: string;
  target: SealedTarget;
  environment: string;
  /** Valid against the action's input schema, defaults filled in. */
  input: JsonObject;
  /** Aborted when the claim is lost or the time is up: stop, and do nothing more outside. */
  signal: AbortSignal;
  logger: LoggerService;
  /**
   * The agent's own credentials, for what is done inside the portal as the agent. While it waits on the line they are
   * those it called with; later they are minted for it.
   *
   * @throws ServiceUnavailableError when they cannot be had
   */
  credentials(): Promise<BackstageCredentials>;
  /** Given with a call of an action that takes secrets; never stored, never logged. */
  secrets?: JsonObject;
}

/** Where an action takes effect. @public */
export interface ActionPlace {
  /** Canonical entity ref of the target. */
  target: string;
  /** Name of a configured environment. */
  environment: string;
}

/** What the outside system says of an idempotency key. @public */
export type ProbeResult =
  | { happened: true; output?: JsonObject }
  | { happened: false }
  | { happened: 'unknown'; because: string };

/**
 * Carries an action out.
 *
 * @public
 */
export interface ActionExecutor {
  /**
   * Runs the effect and returns what came of it.
   *
   * @throws ExecutionFailedError when the outside system certainly did not accept the effect.
   *   Any other error leaves the outcome unknown.
   */
  execute(context: ActionExecutionContext): Promise<{ output?: JsonObject }>;
  /** Asks the outside system whether the effect under this key happened. Required for `probeable`. */
  probe?(context: ActionExecutionContext): Promise<ProbeResult>;
}

/**
 * An operation that agents may ask for.
 *
 * @public
 */
export interface GovernedAction {
  /** `<noun>:<verb>`, unique in the portal; the noun in lower case, the verb of letters, digits, `_`, `.` and `-`. */
  id: string;
  title: string;
  description: string;
  /** Decides what may be done when an outcome is unknown; see {@link EffectClass}. */
  effectClass: EffectClass;
  /** Id of the registered action that undoes this one; without it the action is irreversible. */
  undo?: string;
  /** Catalog kinds it can act on, lower case; `*` for any. */
  targetKinds: string[];
  /**
   * JSON Schema of the input; 2020-12, or draft-07 if `$schema` says so. Says neither target, environment nor any
   * outside address, unless `resolve` reads them there.
   */
  inputSchema: JsonObject;
  /**
   * Where target and environment follow from configuration and input: then nobody may name others.
   *
   * @throws InputError naming what is missing in the input
   */
  resolve?: (input: JsonObject) => ActionPlace;
  /** Whether it is given secrets beside its input. It can then only be called, and is never held: they are not stored. */
  takesSecrets?: boolean;
  /** Context fact types of the target that must meet their standard. */
  requiresContext?: string[];
  /** Whether agents are expected to quote the context snapshot they acted on. */
  quotesContext?: boolean;
  tags?: string[];
  /** Entity ref of the group or person who answers for it, and may stop it; administrators may anyway. */
  owner?: string;
  executor: ActionExecutor;
}

/** Types an action where it is written; returns it unchanged. @public */
export function createGovernedAction(action: GovernedAction): GovernedAction {
  return action;
}
