import { Entity } from '@backstage/catalog-model';
import { AgentPolicyEntity } from './AgentPolicyEntity';
import { AGENT_POLICY_API_VERSION, AGENT_POLICY_KIND } from './constants';

/**
 * Whether an entity is a policy of this product, by kind and version.
 *
 * @remarks
 *
 * It tells nothing about trust, authority or whether its rules can be read.
 *
 * @public
 */
export function isAgentPolicyEntity(
  entity: Entity | undefined,
): entity is AgentPolicyEntity {
  return (
    entity?.apiVersion === AGENT_POLICY_API_VERSION &&
    entity.kind === AGENT_POLICY_KIND &&
    typeof entity.spec === 'object' &&
    entity.spec !== null
  );
}
