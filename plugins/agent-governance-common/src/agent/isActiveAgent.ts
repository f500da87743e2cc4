import { AgentEntity } from './AgentEntity';
import { AGENT_LIFECYCLES } from './constants';

/**
 * Whether an agent's lifecycle lets it act: any of the known ones but `retired`.
 *
 * A lifecycle nobody knows is not active.
 *
 * @public
 */
export function isActiveAgent(entity: AgentEntity): boolean {
  const { lifecycle } = entity.spec;
  return lifecycle !== 'retired' && AGENT_LIFECYCLES.includes(lifecycle);
}
