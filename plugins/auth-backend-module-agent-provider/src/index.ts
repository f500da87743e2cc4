/**
 * Agents sign in to Backstage as themselves, with their own keys.
 *
 * @packageDocumentation
 */

export { authModuleAgentProvider as default } from './module';
