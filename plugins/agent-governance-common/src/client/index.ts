export * from './AgentGovernanceApi';
export * from './AgentGovernanceClient';
export type { AgentGovernanceClientOptions } from './PortalRequests';
