export * from './AgentGovernanceApi';
export * from './AgentGovernanceClient';
export * from './AgentsApi';
export * from './DelegationsApi';
export * from './FreezesApi';
export * from './Page';
export * from './ReplaysApi';
export * from './SimulationsApi';
export type { AgentGovernanceClientOptions } from './PortalRequests';
