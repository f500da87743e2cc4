/**
 * Audit trail, approvals and context freshness for AI agents, on every service's page and in one place.
 *
 * @packageDocumentation
 */

export { agentGovernancePlugin as default } from './plugin';
export * from './routes';
