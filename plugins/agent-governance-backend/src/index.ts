/**
 * Decides, holds, executes and records what AI agents may do, before it happens.
 *
 * @packageDocumentation
 */

export { agentGovernanceFeatures as default } from './agentGovernanceFeatures';
