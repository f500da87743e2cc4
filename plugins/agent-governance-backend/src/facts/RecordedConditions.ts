import { unknown } from '@agentgov/backstage-plugin-agent-governance-common';
import { ConditionReader, ConditionsSeen } from './sources';

/** What sources reported of incidents, health and deployments. */
export class RecordedConditions implements ConditionReader {
  static create() {
    return new RecordedConditions();
  }

  private constructor() {}

  async over(): Promise<ConditionsSeen> {
    return {
      incident: unknown('conditions', 'no source reports incidents'),
      health: unknown('conditions', 'no source reports health'),
      deployInProgress: unknown('conditions', 'no source reports deployments'),
    };
  }
}
