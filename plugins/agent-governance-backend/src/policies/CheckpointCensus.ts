import { CheckpointCensus as Census } from '@agentgov/backstage-plugin-agent-governance-common';
import { PolicyNow } from './nextPolicy';

/** Says of each checkpoint of a policy whether there are people enough to satisfy it. */
export interface CheckpointCensus {
  /** @param bytes - the text that decides, where it is at hand */
  of(policy: PolicyNow, bytes?: string): Promise<Census[]>;
}
