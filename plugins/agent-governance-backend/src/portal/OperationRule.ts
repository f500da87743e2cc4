import { EffectClass } from '@agentgov/backstage-plugin-agent-governance-common';
import { TargetRule } from './TargetRule';

/** What the platform team says of an operation of another plugin; the plugin itself is not asked. */
export interface OperationRule {
  target: TargetRule;
  /** Name of a configured environment. */
  environment: string;
  effectClass: EffectClass;
  /** Id of the action that undoes it. */
  undo?: string;
  /** Entity ref of the group or person who answers for it. */
  owner?: string;
  /** Context fact types of the target that must meet their standard. */
  requiresContext: string[];
  /** Plugins that the asked one may call in the agent's name while the operation lasts. */
  calls: string[];
}
