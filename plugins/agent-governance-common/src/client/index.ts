export * from './AgentGovernanceApi';
