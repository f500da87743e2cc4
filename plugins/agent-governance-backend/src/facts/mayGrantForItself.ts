import { Entity } from '@backstage/catalog-model';
import {
  TrustRule,
  judgePolicyTrust,
} from '@agentgov/backstage-plugin-agent-governance-node';

/** Whether what an entity says in short about agents counts as a policy of its service: it may then allow, too. */
export function mayGrantForItself(
  entity: Entity,
  trust: readonly TrustRule[],
): boolean {
  const judged = judgePolicyTrust(entity, trust);
  return judged.trusted && judged.levels.includes('service');
}
