/**
 * Teaches the catalog the kind `Agent`.
 *
 * @packageDocumentation
 */

export { catalogModuleAgentModel as default } from './module';
