import {
  EffectClass,
  JsonObject,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { AgentCaller } from '../Caller';

/** An action as it is offered to an agent. */
export interface OfferedAction {
  id: string;
  title: string;
  description: string;
  effectClass: EffectClass;
  undo?: string;
  inputSchema: JsonObject;
  /** Of the structured part of what a tool returns. */
  outputSchema?: JsonObject;
  /** Whether target and environment follow from configuration and input; otherwise the agent names them. */
  saysWhere: boolean;
  /** What it returns is the answer of a tool of another server. */
  isTool: boolean;
  /** It reads a resource or prompt of another server, which the protocol has ways of its own for. */
  readsHolding: boolean;
}

/** What agents could ask for. */
export interface ActionOffers {
  /**
   * What this agent could get more for than a flat denial, at most five seconds old. It authorises nothing: what is
   * missing can be asked for all the same, and what is listed can be denied.
   */
  list(options: { caller: AgentCaller }): Promise<OfferedAction[]>;
  /** `undefined` when no such action is registered. */
  get(id: string): OfferedAction | undefined;
  /** Names of the environments actions can take effect in. */
  environments(): string[];
}
