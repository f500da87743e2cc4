import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { GovernedAction } from './action';
import { ConditionSource } from './conditionSource';

/** Registers operations that agents may ask for. @public */
export interface AgentGovernanceActionsExtensionPoint {
  /**
   * @throws Error at start when an id is registered twice, an input schema does not compile,
   *   a probeable action has no probe, or an input names its target or environment.
   */
  addAction(...actions: Array<GovernedAction | GovernedAction[]>): void;
}

/** @public */
export const agentGovernanceActionsExtensionPoint =
  createExtensionPoint<AgentGovernanceActionsExtensionPoint>({
    id: 'agent-governance.actions',
  });

/** Registers systems that are asked what is going on: incidents, health, deployments. @public */
export interface AgentGovernanceConditionSourcesExtensionPoint {
  /** @throws Error at start when an id is malformed or used twice, the configured sources included. */
  addConditionSource(
    ...sources: Array<ConditionSource | ConditionSource[]>
  ): void;
}

/** @public */
export const agentGovernanceConditionSourcesExtensionPoint =
  createExtensionPoint<AgentGovernanceConditionSourcesExtensionPoint>({
    id: 'agent-governance.condition-sources',
  });
