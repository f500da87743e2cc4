/**
 * Teaches the catalog the kinds `Agent` and `AgentPolicy`.
 *
 * @packageDocumentation
 */

export { catalogModuleAgentModel as default } from './module';
