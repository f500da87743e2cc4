export * from './AgentGovernanceLinks';
