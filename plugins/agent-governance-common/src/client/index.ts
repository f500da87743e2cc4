export * from './AgentGovernanceApi';
export * from './AgentGovernanceClient';
