/**
 * A permission policy for agents, ready to install or to wrap around an existing one.
 *
 * @packageDocumentation
 */

export { permissionModuleAgentGovernance as default } from './module';
export { agentActionCriteria } from './policy/agentActionCriteria';
export { withAgentGovernance } from './policy/withAgentGovernance';
