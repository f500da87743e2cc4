import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { GovernedAction } from './action';

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
