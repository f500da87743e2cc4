import { Entity } from '@backstage/catalog-model';
import { AgentEntity } from './AgentEntity';
import { AGENT_API_VERSION, AGENT_KIND } from './constants';

/**
 * Whether an entity is an agent of this product, by kind and version.
 *
 * @remarks
 *
 * It tells nothing about trust, lifecycle or keys. A kind `Agent` of another `apiVersion` is another
 * product's and is not an agent here.
 *
 * @public
 */
export function isAgentEntity(
  entity: Entity | undefined,
): entity is AgentEntity {
  return (
    entity?.apiVersion === AGENT_API_VERSION &&
    entity.kind === AGENT_KIND &&
    typeof entity.spec === 'object' &&
    entity.spec !== null
  );
}
